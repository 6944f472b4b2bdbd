package io.sirenorder.store.storefront;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Log of changes to a store and to the menu. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class StoreChangesTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

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
    void opening_busy_time_and_pause_are_logged_whoever_asks_and_when_they_end_by_themselves() {
        Shop shop = town.openShop();
        Instant until = Instant.now().plusSeconds(1_800).truncatedTo(ChronoUnit.SECONDS);
        as(shop).put(shop.path() + "/opening").then().statusCode(204);
        command(shop, "store.close", Map.of());
        as(shop).put(shop.path() + "/opening").then().statusCode(204);
        as(shop).body(Map.of("extraMinutes", 10, "until", until.toString()))
                .put(shop.path() + "/busy")
                .then()
                .statusCode(204);
        as(shop).body(Map.of("until", until.toString()))
                .put(shop.path() + "/pause")
                .then()
                .statusCode(204);
        as(shop).delete(shop.path() + "/pause").then().statusCode(204);
        as(shop).delete(shop.path() + "/pause").then().statusCode(204);
        town.rows(
                "UPDATE stores SET busy_until = now() - interval '1 second' WHERE id = $1",
                shop.store().value());

        String merchant = "merchant:" + shop.merchant();
        SOON.that(() -> as(shop).get(shop.path() + "/changes")
                .then()
                .statusCode(200)
                .body("items.what", equalTo(List.of("busy", "pause", "pause", "busy", "opening", "opening")))
                .body("items.by", equalTo(List.of("clock", merchant, merchant, merchant, merchant, merchant)))
                .body("items[0].before.extraMinutes", equalTo(10))
                .body("items[0].after.size()", equalTo(0))
                .body("items[1].before.until", equalTo(until.toString()))
                .body("items[1].after.size()", equalTo(0))
                .body("items[2].before.size()", equalTo(0))
                .body("items[2].after.until", equalTo(until.toString()))
                .body("items[3].after.extraMinutes", equalTo(10))
                .body("items[4].after.accepting", equalTo(true))
                .body("items[5].before.accepting", equalTo(true))
                .body("items[5].after.accepting", equalTo(false)));
    }

    @Test
    void availability_and_stock_of_an_item_are_logged_with_what_was_and_what_is() {
        Shop shop = town.openShop();
        String item = shop.path() + "/menu/americano";
        as(shop).body(Map.of("available", false))
                .put(item + "/availability")
                .then()
                .statusCode(204);
        as(shop).body(Map.of("available", true))
                .put(item + "/availability")
                .then()
                .statusCode(204);
        as(shop).body(Map.of("remaining", 5, "daily", 9))
                .put(item + "/stock")
                .then()
                .statusCode(200);
        as(shop).body(Map.of("delta", -2))
                .post(item + "/stock/adjustments")
                .then()
                .statusCode(200);
        as(shop).body(Map.of("delta", -9))
                .post(item + "/stock/adjustments")
                .then()
                .statusCode(409);
        as(shop).body(Map.of("remaining", 3, "daily", 9))
                .put(item + "/stock")
                .then()
                .statusCode(200);
        as(shop).delete(item + "/stock").then().statusCode(204);
        as(shop).delete(item + "/stock").then().statusCode(204);

        as(shop).get(shop.path() + "/changes")
                .then()
                .statusCode(200)
                .body("items.what", equalTo(List.of("stock", "stock", "stock", "availability", "availability")))
                .body("items[0].before.americano.remaining", equalTo(3))
                .body("items[0].before.americano.daily", equalTo(9))
                .body("items[0].after.size()", equalTo(0))
                .body("items[1].before.americano.remaining", equalTo(5))
                .body("items[1].after.americano.remaining", equalTo(3))
                .body("items[2].before.size()", equalTo(0))
                .body("items[2].after.americano.remaining", equalTo(5))
                .body("items[3].before.americano.available", equalTo(false))
                .body("items[3].after.americano.available", equalTo(true))
                .body("items[4].after.americano.available", equalTo(false))
                .body("items.by", everyItem(equalTo("merchant:" + shop.merchant())));
    }

    @Test
    void an_item_struck_out_by_a_refusal_is_logged_and_a_refusal_that_fails_is_not() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        String item = order.lines().get(0).menuItemId().value();
        Map<String, Object> refusal = Map.of("reason", "SOLD_OUT", "soldOut", List.of(Map.of("menuItemId", item)));
        as(shop).body(refusal)
                .post("/orders/" + order.orderId() + "/refusal")
                .then()
                .statusCode(200);
        as(shop).body(refusal)
                .post("/orders/" + order.orderId() + "/refusal")
                .then()
                .statusCode(409);

        as(shop).get(shop.path() + "/changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].what", equalTo("availability"))
                .body("items[0].before.'" + item + "'.available", equalTo(true))
                .body("items[0].after.'" + item + "'.available", equalTo(false))
                .body("items[0].after.'" + item + "'.until", startsWith("20"));
    }

    private static void command(Shop shop, String type, Map<String, Object> about) {
        Town.asService()
                .body(Map.of("recipient", shop.tills(), "id", shop.store() + type, "type", type, "d", about))
                .post("/internal/commands")
                .then()
                .statusCode(200);
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
