package io.sirenorder.store.hold;

import static io.sirenorder.store.Town.as;
import static io.sirenorder.store.Town.problem;
import static io.sirenorder.store.hold.Kitchens.checkout;
import static io.sirenorder.store.hold.Kitchens.count;
import static io.sirenorder.store.hold.Kitchens.hold;
import static io.sirenorder.store.hold.Kitchens.slots;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Values of the metrics of holds. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class HoldMetricsTest {
    @Inject
    Town town;

    @Inject
    HoldMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Test
    void a_refusal_counts_once_under_its_reason() {
        Shop shop = town.openShop();
        count(shop, 1);
        slots(shop, 30, 1);
        double soldOut = refused("item-unavailable");
        double full = refused("kitchen-full");
        double many = refused("per-buyer");

        problem(hold(checkout(), shop, "kim", 2).then(), 409, "item-unavailable");
        assertThat(refused("item-unavailable") - soldOut).isEqualTo(1);

        as(shop).delete(shop.path() + "/menu/americano/stock").then().statusCode(204);
        problem(hold(checkout(), shop, "kim", 50).then(), 409, "kitchen-full");
        assertThat(refused("kitchen-full") - full).isEqualTo(1);

        Shop other = town.openShop();
        for (int i = 0; i < 3; i++) {
            hold(checkout(), other, "kim", 1).then().statusCode(200);
        }
        problem(hold(checkout(), other, "kim", 1).then(), 429, "too-many-requests");
        assertThat(refused("per-buyer") - many).isEqualTo(1);
        assertThat(refused("item-unavailable") - soldOut).isEqualTo(1);
        assertThat(refused("kitchen-full") - full).isEqualTo(1);
    }

    @Test
    void stock_and_slots_that_holds_did_not_take_are_found_until_they_agree_again() throws Throwable {
        Shop shop = town.openShop();
        count(shop, 10);
        slots(shop, 30, 2);
        hold(checkout(), shop, "kim", 3).then().statusCode(200);
        double stock = differences("stock");
        double places = differences("slots");

        town.rows(
                "UPDATE store_stock SET held = held + 1 WHERE store_id = $1",
                shop.store().value());
        assertThat(differences("stock") - stock).isEqualTo(1);
        assertThat(differences("slots")).isEqualTo(places);
        town.rows(
                "UPDATE store_stock SET held = held - 1 WHERE store_id = $1",
                shop.store().value());

        addToLastSlot(shop, 1);
        assertThat(differences("slots") - places).isEqualTo(1);
        addToLastSlot(shop, -1);
        assertThat(differences("stock")).isEqualTo(stock);
        assertThat(differences("slots")).isEqualTo(places);
    }

    /** The last slot has not begun: begun ones are not compared. */
    private void addToLastSlot(Shop shop, int units) {
        town.rows("""
                UPDATE kitchen_slots SET units = units + $2::int WHERE store_id = $1
                  AND starts_at = (SELECT max(starts_at) FROM kitchen_slots WHERE store_id = $1 AND units > 0)
                """, shop.store().value(), units);
    }

    private double refused(String why) {
        var counter = meters.find("siren.holds.refused").tag("why", why).counter();
        return counter == null ? 0 : counter.count();
    }

    private double differences(String of) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> metrics.compare());
        return meters.get("siren.holds.differences").tag("of", of).gauge().value();
    }
}
