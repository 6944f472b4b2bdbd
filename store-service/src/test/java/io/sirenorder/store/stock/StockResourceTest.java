package io.sirenorder.store.stock;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asService;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class StockResourceTest {
    @Inject
    Town town;

    @Test
    void a_store_counts_an_item_and_stops() {
        Shop shop = town.openShop();
        String path = shop.path() + "/menu/americano/stock";

        as(shop).body(Map.of("remaining", 4, "daily", 30))
                .put(path)
                .then()
                .statusCode(200)
                .body("remaining", equalTo(4))
                .body("held", equalTo(0))
                .body("soldToday", equalTo(0))
                .body("daily", equalTo(30));
        as(shop).body(Map.of("delta", -3))
                .post(path + "/adjustments")
                .then()
                .statusCode(200)
                .body("remaining", equalTo(1));
        problem(as(shop).body(Map.of("delta", -2)).post(path + "/adjustments").then(), 409, "stock-too-low")
                .body("remaining", equalTo(1));
        given().get("/menu?full=true&storeId=" + shop.store())
                .then()
                .body("items.find { it.menuItemId == 'americano' }.remaining", equalTo(1));
        as(shop).body(Map.of("delta", -1)).post(path + "/adjustments").then().statusCode(200);
        given().get("/menu/americano?storeId=" + shop.store()).then().body("available", equalTo(false));
        Eventually.within(Duration.ofSeconds(30))
                .that(() -> assertThat(town.mail(shop.tills(), "menu.changed"))
                        .anyMatch(frame -> frame.at("/d/remaining").asInt(-1) == 0));

        as(shop).delete(path).then().statusCode(204);
        as(shop).delete(path).then().statusCode(204);
        as(shop).get(shop.path() + "/stock").then().statusCode(200).body("items", empty());
        given().get("/menu/americano?storeId=" + shop.store()).then().body("available", equalTo(true));
        problem(as(shop).body(Map.of("delta", 1)).post(path + "/adjustments").then(), 404, "not-found");
    }

    @Test
    void a_new_day_counts_anew_while_a_hold_is_open() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("remaining", 2, "daily", 7))
                .put(shop.path() + "/menu/americano/stock")
                .then()
                .statusCode(200);
        hold(shop, "kim", 2).then().statusCode(200);
        problem(hold(shop, "lee", 1).then(), 409, "item-unavailable");

        town.rows(
                "UPDATE store_stock SET day = day - 1 WHERE store_id = $1",
                shop.store().value());
        as(shop).get(shop.path() + "/stock")
                .then()
                .body("items[0].remaining", equalTo(7))
                .body("items[0].held", equalTo(2));
        hold(shop, "lee", 5).then().statusCode(200);

        as(shop).get(shop.path() + "/stock")
                .then()
                .body("items[0].remaining", equalTo(2))
                .body("items[0].held", equalTo(7));
    }

    @Test
    void a_new_count_sets_the_remaining_pieces_beside_those_held() {
        Shop shop = town.openShop();
        as(shop).body(Map.of("remaining", 5))
                .put(shop.path() + "/menu/americano/stock")
                .then()
                .statusCode(200);
        hold(shop, "kim", 3).then().statusCode(200);

        as(shop).body(Map.of("remaining", 1))
                .put(shop.path() + "/menu/americano/stock")
                .then()
                .body("remaining", equalTo(1))
                .body("held", equalTo(3))
                .body("daily", nullValue());
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Shop shop = town.openShop();
        String path = shop.path() + "/menu/americano/stock";

        BadInputs.of("{\"remaining\": 5, \"daily\": 10}").optional("daily").areRefusedBy("PUT", path, shop.token());
        problem(as(shop).body(Map.of("remaining", 10_000)).put(path).then(), 400, "invalid-request");
        problem(
                as(shop).body(Map.of("remaining", 1))
                        .put(shop.path() + "/menu/unheard-of/stock")
                        .then(),
                404,
                "not-found");
        as(shop).body(Map.of("remaining", 1)).put(path).then().statusCode(200);
        BadInputs.of("{\"delta\": 5}").signed("delta").areRefusedBy("POST", path + "/adjustments", shop.token());
        problem(as(shop).body(Map.of("delta", 0)).post(path + "/adjustments").then(), 400, "invalid-request");
        problem(
                as(shop).body(Map.of("delta", 1_000))
                        .post(path + "/adjustments")
                        .then(),
                400,
                "invalid-request");
        Shop other = town.shop();
        problem(as(other).get(shop.path() + "/stock").then(), 404, "store-unknown");
        problem(as(other).body(Map.of("remaining", 1)).put(path).then(), 404, "store-unknown");
        problem(as(other).delete(path).then(), 404, "store-unknown");
        problem(as(other).body(Map.of("delta", 1)).post(path + "/adjustments").then(), 404, "store-unknown");
        Town.asBuyer("kim").get(shop.path() + "/stock").then().statusCode(403);
    }

    private static io.restassured.response.Response hold(Shop shop, String buyer, int quantity) {
        return asService()
                .body(Map.of(
                        "buyer", Town.recipient(buyer).value(),
                        "storeId", shop.store().toString(),
                        "holdFor", "PT10M",
                        "lines", List.of(Map.of("menuItemId", "americano", "quantity", quantity))))
                .put("/internal/holds/" + UUID.randomUUID());
    }
}
