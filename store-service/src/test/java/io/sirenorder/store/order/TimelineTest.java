package io.sirenorder.store.order;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.asBuyer;
import static io.sirenorder.store.Town.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
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

        as(shop).body(java.util.Map.of("minutes", 5))
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

    private OrderView accepted(Shop shop) {
        OrderView order = town.waitingOrder(shop, "kim");
        as(shop).body(java.util.Map.of("minutes", 5))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(200);
        return order;
    }
}
