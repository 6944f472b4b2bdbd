package io.sirenorder.store.hold;

import static io.sirenorder.store.Town.asService;
import static io.sirenorder.store.Town.problem;
import static io.sirenorder.store.hold.Kitchens.checkout;
import static io.sirenorder.store.hold.Kitchens.count;
import static io.sirenorder.store.hold.Kitchens.hold;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last piece of a store, and when it sells again: nothing but the end of its hold is waited for. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class HoldSweepTest {
    @Inject
    Town town;

    @Inject
    HoldSweeper sweeper;

    private final CheckoutId id = checkout();
    private Shop shop;

    @BeforeEach
    void holdTheLastPiece() {
        shop = town.openShop();
        count(shop, 1);
        hold(id, shop, "kim", 1).then().statusCode(200);
        problem(hold(checkout(), shop, "lee", 1).then(), 409, "item-unavailable");
    }

    @Test
    void what_a_hold_gives_back_sells_at_once_and_no_sweep_is_needed() {
        asService().delete("/internal/holds/" + id).then().statusCode(204);

        hold(checkout(), shop, "lee", 1).then().statusCode(200);
    }

    @Test
    void one_sweep_frees_what_no_checkout_holds_and_it_sells_at_once() throws Throwable {
        town.rows("UPDATE holds SET ask_at = now() WHERE checkout_id = $1", id.value());

        VertxContextSupport.subscribeAndAwait(sweeper::sweep);

        hold(checkout(), shop, "lee", 1).then().statusCode(200);
    }
}
