package io.sirenorder.store.order;

import static io.sirenorder.store.Town.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of the metrics of orders. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class OrderMetricsTest {
    @Inject
    Town town;

    @Inject
    OrderMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Test
    void each_event_of_an_order_counts_once_under_its_type_and_status() {
        Shop shop = town.openShop();
        double placed = events("order.placed", "WAITING");
        double accepted = events("order.accepted", "ACCEPTED");
        double finished = events("order.finished", "FINISHED");
        double refused = events("order.refused", "REFUSED");

        OrderView order = town.waitingOrder(shop, "kim");
        assertThat(events("order.placed", "WAITING") - placed).isEqualTo(1);
        accept(shop, order, 200);
        assertThat(events("order.accepted", "ACCEPTED") - accepted).isEqualTo(1);
        as(shop).post("/orders/" + order.orderId() + "/completion").then().statusCode(200);
        assertThat(events("order.finished", "FINISHED") - finished).isEqualTo(1);
        accept(shop, order, 409);
        refuse(shop, town.waitingOrder(shop, "kim"));

        assertThat(events("order.refused", "REFUSED") - refused).isEqualTo(1);
        assertThat(events("order.placed", "WAITING") - placed).isEqualTo(2);
        assertThat(events("order.accepted", "ACCEPTED") - accepted)
                .as("an acceptance that is a conflict is none")
                .isEqualTo(1);
    }

    @Test
    void orders_count_as_open_while_they_wait_or_are_made() throws Throwable {
        Shop shop = town.openShop();
        double waiting = open("WAITING");
        double accepted = open("ACCEPTED");

        OrderView order = town.waitingOrder(shop, "kim");
        assertThat(open("WAITING") - waiting).isEqualTo(1);
        accept(shop, order, 200);
        assertThat(open("WAITING")).isEqualTo(waiting);
        assertThat(open("ACCEPTED") - accepted).isEqualTo(1);
        as(shop).post("/orders/" + order.orderId() + "/completion").then().statusCode(200);
        assertThat(open("ACCEPTED")).isEqualTo(accepted);
    }

    private static void refuse(Shop shop, OrderView order) {
        as(shop).body(Map.of("reason", "SOLD_OUT"))
                .post("/orders/" + order.orderId() + "/refusal")
                .then()
                .statusCode(200);
    }

    private static void accept(Shop shop, OrderView order, int status) {
        as(shop).body(Map.of("minutes", 5))
                .post("/orders/" + order.orderId() + "/acceptance")
                .then()
                .statusCode(status);
    }

    private double events(String type, String status) {
        var counter = meters.find("siren.order.events")
                .tag("type", type)
                .tag("status", status)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private double open(String status) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> metrics.count());
        return meters.get("siren.orders.open").tag("status", status).gauge().value();
    }
}
