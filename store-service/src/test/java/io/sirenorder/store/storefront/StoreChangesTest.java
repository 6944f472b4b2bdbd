package io.sirenorder.store.storefront;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Log of changes to a store and to the menu. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class StoreChangesTest {
    @Inject
    Town town;

    @Test
    void each_change_of_a_store_is_logged_with_what_differs_and_nothing_else_is() {
        Shop shop = town.openShop();
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(7);
        as(shop).body(Map.of("directions", "2층입니다")).patch(shop.path()).then().statusCode(200);
        as(shop).body(Map.of("directions", "2층입니다")).patch(shop.path()).then().statusCode(200);
        as(shop).body(Map.of("prepMinutes", 7))
                .put(shop.path() + "/kitchen")
                .then()
                .statusCode(200);
        String special = shop.path() + "/special-days/" + day;
        as(shop).body(Map.of("closed", true)).put(special).then().statusCode(204);
        as(shop).delete(special).then().statusCode(204);
        String price = shop.path() + "/menu/cold-brew/price";
        as(shop).body(Map.of("priceKrw", 5_500)).put(price).then().statusCode(204);
        as(shop).body(Map.of("priceKrw", 1_000_001)).put(price).then().statusCode(400);
        as(shop).body(Map.of("closed", true))
                .put(shop.path() + "/special-days/2020-01-01")
                .then()
                .statusCode(400);

        as(shop).get(shop.path() + "/changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items[0].what", equalTo("price"))
                .body("items[0].before.cold-brew", nullValue())
                .body("items[0].after.cold-brew", equalTo(5_500))
                .body("items[0].by", startsWith("merchant:"))
                .body("items[1].before.'" + day + "'.closed", equalTo(true))
                .body("items[1].after.'" + day + "'", nullValue())
                .body("items[2].after.'" + day + "'.closed", equalTo(true))
                .body("items[3].what", equalTo("kitchen"))
                .body("items[3].after.prepMinutes", equalTo(7))
                .body("items[4].what", equalTo("description"))
                .body("items[4].after.size()", equalTo(1))
                .body("items[4].after.directions", equalTo("2층입니다"));
    }

    @Test
    void a_page_of_changes_leads_to_the_next() {
        Shop shop = town.openShop();
        for (int price = 4_000; price < 4_003; price++) {
            as(shop).body(Map.of("priceKrw", price))
                    .put(shop.path() + "/menu/caffe-latte/price")
                    .then()
                    .statusCode(204);
        }

        JsonNode first = changes(as(shop), shop, null);
        JsonNode second = changes(as(shop), shop, first.get("nextCursor").asText());

        assertThat(first.at("/items/1/after/caffe-latte").asInt()).isEqualTo(4_001);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.at("/items/0/after/caffe-latte").asInt()).isEqualTo(4_000);
        assertThat(second.path("nextCursor").isTextual()).isFalse();
    }

    private static JsonNode changes(RequestSpecification who, Shop shop, String cursor) {
        RequestSpecification request = who.queryParam("limit", 2);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get(shop.path() + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
    }

    @Test
    void operators_see_the_changes_of_a_store_and_other_merchants_do_not() {
        Shop shop = town.openShop();
        Shop other = town.openShop();

        operator().get(shop.path() + "/changes").then().statusCode(200);
        problem(as(other).get(shop.path() + "/changes").then(), 404, "store-unknown");
        problem(as(shop).queryParam("cursor", "x").get(shop.path() + "/changes").then(), 400, "invalid-request");
    }

    @Test
    void operators_alone_see_how_the_menu_was_changed() {
        String item =
                "{\"name\": \"쑥 라떼\", \"englishName\": \"Mugwort Latte\", \"category\": \"DRINK\", \"priceKrw\": %d}";
        operator().body(item.formatted(5_900)).put("/menu/mugwort-latte").then().statusCode(200);
        operator().body(item.formatted(6_200)).put("/menu/mugwort-latte").then().statusCode(200);

        operator()
                .get("/menu/mugwort-latte/changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].before", equalTo(Map.of("priceKrw", 5_900)))
                .body("items[0].after", equalTo(Map.of("priceKrw", 6_200)))
                .body("items[0].by", startsWith("operator:"))
                .body("items[1].before.size()", equalTo(0))
                .body("items[1].after.englishName", equalTo("Mugwort Latte"));
        problem(as(town.shop()).get("/menu/mugwort-latte/changes").then(), 403, "forbidden");
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator()).contentType("application/json");
    }
}
