package io.sirenorder.store.order;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asBuyer;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class TimelineTest {
    @Inject
    Town town;

    @Inject
    DaySealer sealer;

    @Test
    void a_changed_row_is_found() {
        Shop shop = town.openShop();
        OrderView order = accepted(shop);
        String path = "/orders/" + order.orderId() + "/timeline";
        as(shop).get(path)
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("entries", hasSize(2))
                .body("entries.hash", everyItem(matchesPattern("[0-9a-f]{64}")));

        town.rows(
                "UPDATE order_steps SET at = at - interval '1 minute' WHERE order_id = $1 AND position = 0",
                order.orderId().value());

        asBuyer("kim").get(path).then().statusCode(200).body("intact", equalTo(false));
        problem(asBuyer("other").get(path).then(), 404, "not-found");
        problem(as(town.shop()).get(path).then(), 404, "not-found");
    }

    @Test
    void a_changed_sale_is_found() {
        OrderView order = town.waitingOrder(town.openShop(), "kim");
        town.rows(
                "UPDATE orders SET amount_krw = amount_krw + 1 WHERE id = $1",
                order.orderId().value());

        asBuyer("kim").get("/orders/" + order.orderId() + "/timeline").then().body("intact", equalTo(false));
    }

    @Test
    void existing_orders_stay_readable_and_are_covered_by_the_next_step() {
        Shop shop = town.openShop();
        OrderView order = town.waitingOrder(shop, "kim");
        String path = "/orders/" + order.orderId() + "/timeline";
        town.rows(
                "UPDATE order_steps SET hash = NULL WHERE order_id = $1",
                order.orderId().value());
        asBuyer("kim").get(path).then().body("intact", equalTo(true)).body("entries[0].hash", nullValue());

        as(shop).body(Map.of("minutes", 5))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);
        asBuyer("kim").get(path).then().body("intact", equalTo(true));
        town.rows(
                "UPDATE order_steps SET actor = 'CLOCK' WHERE order_id = $1 AND position = 0",
                order.orderId().value());
        asBuyer("kim").get(path).then().body("intact", equalTo(false));
    }

    @Test
    void a_cut_tail_is_found_by_the_seal() throws Throwable {
        Shop shop = town.openShop();
        OrderView order = accepted(shop);
        town.rows(
                "UPDATE order_steps SET at = at - interval '1 day' WHERE order_id = $1",
                order.orderId().value());
        VertxContextSupport.subscribeAndAwait(() -> sealer.sealAll());
        VertxContextSupport.subscribeAndAwait(() -> sealer.sealAll());
        assertThat(town.rows(
                        "SELECT 1 FROM day_seals WHERE store_id = $1",
                        shop.store().value()))
                .hasSize(1);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> sealer.contradicted()))
                .isZero();

        town.rows(
                "DELETE FROM order_steps WHERE order_id = $1 AND position = 1",
                order.orderId().value());

        assertThat(VertxContextSupport.subscribeAndAwait(() -> sealer.contradicted()))
                .isEqualTo(1);
        VertxContextSupport.subscribeAndAwait(() -> sealer.check());
        assertThat(sealer.broken()).isPositive();
    }

    /** Answers come from the steps, and not from a seal that was made anew: payment-service compares them with its own. */
    @Test
    void a_cut_tail_that_is_sealed_again_has_another_root_than_the_seal_told_before() throws Throwable {
        Shop shop = town.openShop();
        OrderView order = accepted(shop);
        town.rows(
                "UPDATE order_steps SET at = at - interval '1 day' WHERE order_id = $1",
                order.orderId().value());
        VertxContextSupport.subscribeAndAwait(() -> sealer.sealAll());
        String told = sealedRoot(shop);
        roots(shop).body("$", hasSize(1)).body("[0].root", equalTo(told));

        town.rows(
                "DELETE FROM order_steps WHERE order_id = $1 AND position = 1",
                order.orderId().value());
        town.rows("DELETE FROM day_seals WHERE store_id = $1", shop.store().value());
        VertxContextSupport.subscribeAndAwait(() -> sealer.sealAll());

        roots(shop).body("[0].root", not(equalTo(told))).body("[0].root", equalTo(sealedRoot(shop)));
        town.rows(
                "UPDATE day_seals SET root = $2 WHERE store_id = $1",
                shop.store().value(),
                told);
        roots(shop).body("[0].root", not(equalTo(told)));
    }

    @Test
    void roots_are_for_services_and_of_the_stores_that_are_asked_for() {
        String path = "/internal/timelines/search";
        String body = "{\"ids\": [\"%s\"]}".formatted(UUID.randomUUID());
        BadInputs.of(body).areRefusedBy("POST", path, Tokens.service("payment"));
        Town.asService().body(body).post(path).then().statusCode(200).body("$", hasSize(0));
        Town.asService().body("{\"ids\": []}").post(path).then().statusCode(400);
        as(town.shop()).body(body).post(path).then().statusCode(403);
    }

    private static ValidatableResponse roots(Shop shop) {
        return Town.asService()
                .body(Map.of("ids", List.of(shop.store())))
                .post("/internal/timelines/search")
                .then()
                .statusCode(200)
                .body("[0].storeId", equalTo(shop.store().toString()))
                .body("[0].day", matchesPattern("\\d{4}-\\d\\d-\\d\\d"));
    }

    private String sealedRoot(Shop shop) {
        return town.rows(
                        "SELECT root FROM day_seals WHERE store_id = $1",
                        shop.store().value())
                .get(0)
                .getString("root");
    }

    private OrderView accepted(Shop shop) {
        OrderView order = town.waitingOrder(shop, "kim");
        as(shop).body(Map.of("minutes", 5))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);
        return order;
    }
}
