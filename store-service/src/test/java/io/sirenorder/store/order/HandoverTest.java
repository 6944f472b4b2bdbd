package io.sirenorder.store.order;

import static io.restassured.RestAssured.given;
import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asBuyer;
import static io.sirenorder.store.Town.order;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class HandoverTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));

    @Inject
    Town town;

    @Test
    void an_order_is_delayed_finished_and_collected_and_the_buyer_hears_it() {
        Shop shop = town.openShop();
        String kim = "kim-" + UUID.randomUUID();
        OrderView order = accepted(shop, kim);
        String path = "/orders/" + order.orderId();

        as(shop).body(Map.of("minutes", 5))
                .post(path + "/delay")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        problem(as(shop).body(Map.of()).post(path + "/collection").then(), 409, "order-not-ready");
        as(shop).post(path + "/completion").then().statusCode(200).body("collection", equalTo("AWAITED"));
        asBuyer(kim).get(path + "/pickup-code").then().statusCode(200).body("code", nullValue());
        asBuyer(kim)
                .body(Map.of())
                .post(path + "/collection")
                .then()
                .statusCode(200)
                .body("collection", equalTo("COLLECTED"));
        problem(as(shop).body(Map.of()).post(path + "/collection").then(), 409, "order-not-ready");

        SOON.that(() -> assertThat(town.mail(Town.recipient(kim), "order.status"))
                .anyMatch(frame -> frame.at("/d/collection").asText().equals("COLLECTED")
                        && frame.at("/d/status").asText().equals("finish")));
        assertThat(town.mail(Town.recipient(kim), "order.status"))
                .anyMatch(frame -> frame.at("/d/delayed").asBoolean());
        assertThat(town.events(order.orderId()))
                .containsExactly(
                        "order.placed", "order.accepted", "order.delayed", "order.finished", "order.collected");
    }

    @Test
    void pickup_code_never_reaches_a_till() {
        Shop shop = town.openShop();
        town.rows(
                "UPDATE stores SET kitchen = $2 WHERE id = $1",
                shop.store().value(),
                "{\"collection\":{\"confirm\":\"CODE\"}}");
        String kim = "kim-" + UUID.randomUUID();
        OrderView order = accepted(shop, kim);
        String path = "/orders/" + order.orderId();
        as(shop).post(path + "/completion").then().statusCode(200);
        String code = asBuyer(kim)
                .get(path + "/pickup-code")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
        String wrong = code.equals("0000") ? "0001" : "0000";

        as(shop).get(path + "/pickup-code").then().statusCode(403);
        problem(asBuyer("other").get(path + "/pickup-code").then(), 404, "not-found");
        problem(as(shop).body(Map.of()).post(path + "/collection").then(), 409, "pickup-code-wrong");
        problem(as(shop).body(Map.of("code", wrong)).post(path + "/collection").then(), 409, "pickup-code-wrong");
        problem(
                command(shop, "w", "order.collect", Map.of("orderId", order.orderId(), "code", wrong)),
                409,
                "pickup-code-wrong");
        assertThat(town.rows(
                                "SELECT code_tries FROM orders WHERE id = $1",
                                order.orderId().value())
                        .get(0)
                        .getInteger(0))
                .isEqualTo(3);
        command(shop, "c", "order.collect", Map.of("orderId", order.orderId(), "code", code))
                .statusCode(200);
        command(shop, "c", "order.collect", Map.of("orderId", order.orderId(), "code", code))
                .statusCode(200);

        SOON.that(() -> assertThat(town.mail(Town.recipient(kim), "order.status"))
                .anyMatch(frame -> frame.at("/d/pickupCode").asText().equals(code)));
        SOON.that(() -> assertThat(town.mail(shop.tills(), "order.changed")).hasSizeGreaterThanOrEqualTo(3));
        assertThat(town.mail(shop.tills(), "order.changed"))
                .noneMatch(frame -> frame.toString().contains("pickupCode"));
        as(shop).get(path).then().body("pickupCode", nullValue());
    }

    @Test
    void an_order_that_is_not_collected_is_unclaimed_and_closed_at_the_end_of_the_day() {
        Shop shop = town.openShop();
        OrderView order = accepted(shop, "kim");
        as(shop).post("/orders/" + order.orderId() + "/completion").then().statusCode(200);

        town.rows("""
                UPDATE orders SET finished_at = finished_at - interval '1 hour', collection_due_at = now() WHERE id = $1
                """, order.orderId().value());
        SOON.that(() -> assertThat(order(order.orderId()).collection()).isEqualTo("UNCLAIMED"));
        town.rows(
                "UPDATE orders SET day_ends_at = now() - interval '1 minute', collection_due_at = now() WHERE id = $1",
                order.orderId().value());
        SOON.that(() -> assertThat(order(order.orderId()).collection()).isEqualTo("COLLECTED"));
        assertThat(town.events(order.orderId())).endsWith("order.finished", "order.unclaimed", "order.collected");
    }

    @Test
    void refusing_as_sold_out_strikes_the_named_items_out_and_keeps_paid_orders() {
        Shop shop = town.openShop();
        OrderView paid = town.waitingOrder(shop, "lee");
        OrderView order = town.waitingOrder(shop, "kim");
        String path = "/orders/" + order.orderId() + "/refusal";

        problem(as(shop).body(refusal("SOLD_OUT", "americano")).post(path).then(), 400, "invalid-request")
                .body("errors[0].field", equalTo("soldOut[0].menuItemId"));
        problem(as(shop).body(refusal("TOO_BUSY", "caffe-latte")).post(path).then(), 400, "invalid-request");
        as(shop).body(refusal("SOLD_OUT", "caffe-latte")).post(path).then().statusCode(200);

        given().get("/menu/caffe-latte?storeId=" + shop.store()).then().body("available", equalTo(false));
        SOON.that(() -> assertThat(town.mail(shop.tills(), "menu.changed")).hasSize(1));
        assertThat(order(paid.orderId()).status().name()).isEqualTo("WAITING");
        command(shop, "s", "order.refuse", refusalOf(paid, "caffe-latte")).statusCode(200);
    }

    private static Map<String, Object> refusal(String reason, String item) {
        return Map.of("reason", reason, "soldOut", List.of(Map.of("menuItemId", item)));
    }

    private static Map<String, Object> refusalOf(OrderView order, String item) {
        Map<String, Object> refusal = new HashMap<>(refusal("SOLD_OUT", item));
        refusal.put("orderId", order.orderId());
        return refusal;
    }

    @Test
    void tills_set_the_stores_state_by_command() {
        Shop shop = town.openShop();
        String until = Instant.now().plusSeconds(900).toString();

        command(shop, "b", "store.busy", Map.of("extraMinutes", 10, "until", until))
                .statusCode(200);
        given().get(shop.path()).then().body("busyMinutes", equalTo(10));
        command(shop, "b0", "store.busy", Map.of("extraMinutes", 0)).statusCode(200);
        given().get(shop.path()).then().body("busyMinutes", nullValue());
        problem(command(shop, "b3", "store.busy", Map.of("extraMinutes", 3, "until", until)), 400, "invalid-request");
        problem(command(shop, "b4", "store.busy", Map.of("extraMinutes", 9)), 400, "invalid-request");
        command(shop, "p", "store.pause", Map.of("until", until)).statusCode(200);
        given().get(shop.path()).then().body("open", equalTo(false));
        command(shop, "r", "store.resume", Map.of()).statusCode(200);
        given().get(shop.path()).then().body("open", equalTo(true));
        OrderView order = accepted(shop, "kim");
        command(shop, "d", "order.delay", Map.of("orderId", order.orderId(), "minutes", 5))
                .statusCode(200);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        Shop shop = town.openShop();
        OrderView order = accepted(shop, "kim");
        String path = "/orders/" + order.orderId();

        BadInputs.of("{\"minutes\": 5}").areRefusedBy("POST", path + "/delay", shop.token());
        problem(as(shop).body(Map.of("minutes", 61)).post(path + "/delay").then(), 400, "invalid-request");
        problem(as(shop).body(Map.of("code", "12")).post(path + "/collection").then(), 400, "invalid-request");
        problem(as(town.shop()).body(Map.of("minutes", 5)).post(path + "/delay").then(), 404, "not-found");
        problem(as(town.shop()).body(Map.of()).post(path + "/collection").then(), 404, "not-found");
        problem(asBuyer("other").body(Map.of()).post(path + "/collection").then(), 404, "not-found");
        for (int i = 0; i < 3; i++) {
            as(shop).body(Map.of("minutes", 1)).post(path + "/delay").then().statusCode(200);
        }
        problem(as(shop).body(Map.of("minutes", 1)).post(path + "/delay").then(), 409, "delay-limit-reached");
    }

    @Test
    void operators_find_any_order_and_stores_their_own_by_number_and_time() {
        Shop shop = town.openShop();
        String kim = "kim-" + UUID.randomUUID();
        OrderView first = town.waitingOrder(shop, kim);
        OrderView second = accepted(shop, kim);
        String operator = Tokens.operator();

        given().auth().oauth2(operator).get("/orders/" + first.orderId()).then().statusCode(200);
        given().auth()
                .oauth2(operator)
                .queryParam("storeId", shop.store().toString())
                .queryParam("number", 2)
                .get("/orders")
                .then()
                .statusCode(200)
                .body("items.orderId", contains(second.orderId().toString()));
        given().auth()
                .oauth2(operator)
                .queryParam("buyerId", Tokens.buyerId(kim).toString())
                .queryParam("status", "WAITING")
                .get("/orders")
                .then()
                .statusCode(200)
                .body("items.orderId", contains(first.orderId().toString()));
        given().auth()
                .oauth2(operator)
                .get("/orders")
                .then()
                .statusCode(200)
                .body("items.orderId", everyItem(org.hamcrest.Matchers.notNullValue()));
        as(shop).queryParam("number", 1)
                .get(shop.path() + "/orders")
                .then()
                .body("items.orderId", contains(first.orderId().toString()));
        as(shop).queryParam("from", first.placedAt().toString())
                .queryParam("to", second.placedAt().toString())
                .get(shop.path() + "/orders")
                .then()
                .body("items", hasSize(1));
        for (String bad : List.of(
                "number=x",
                "number=12345678",
                "from=yesterday",
                "from=-999999999-01-01T00:00:00Z",
                "to=%2B10000-01-01T00:00:00Z",
                "to=2026-01-01T00:00:00",
                "status=GONE",
                "buyerId=x",
                "storeId=1")) {
            problem(given().auth().oauth2(operator).get("/orders?" + bad).then(), 400, "invalid-request");
        }
        problem(asBuyer(kim).queryParam("number", 1).get("/orders").then(), 400, "invalid-request");
        as(shop).get("/orders").then().statusCode(403);
    }

    private OrderView accepted(Shop shop, String buyer) {
        OrderView order = town.waitingOrder(shop, buyer);
        as(shop).body(Map.of("minutes", 10))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);
        return order;
    }

    private static ValidatableResponse command(Shop shop, String id, String type, Map<String, Object> d) {
        return Town.asService()
                .body(Map.of("recipient", shop.tills(), "id", shop.store() + id, "type", type, "d", d))
                .post("/internal/commands")
                .then();
    }
}
