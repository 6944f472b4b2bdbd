package io.sirenorder.store.hold;

import static io.sirenorder.store.hold.Kitchens.checkout;
import static io.sirenorder.store.hold.Kitchens.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.store.presence.Liveness;
import io.sirenorder.store.presence.StorePresence;
import io.sirenorder.store.storefront.Stores;
import io.sirenorder.testkit.StubServices;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A replica on a machine whose clock is an hour off. Its tokens would be judged by that clock too, so use cases are called in
 * place of endpoints.
 */
abstract class WrongClockTests {
    private static final Duration SLIGHTLY = Duration.ofMinutes(1);

    @Inject
    Town town;

    @Inject
    HoldDesk desk;

    @Inject
    HoldSweeper sweeper;

    @Inject
    Stores stores;

    @Inject
    StorePresence presence;

    @Inject
    Clock machine;

    @Inject
    DatabaseClock clock;

    @Test
    void a_replica_with_a_wrong_clock_releases_nothing() throws Throwable {
        assertThat(off(machine.instant())).isGreaterThan(Duration.ofMinutes(59));
        Shop shop = town.openShop();
        town.rows(
                "INSERT INTO store_stock (store_id, menu_item_id, on_hand) VALUES ($1, 'americano', 5)",
                shop.store().value());
        CheckoutId id = checkout();
        Quote quote = VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(() -> stores.get(shop.store()))
                .chain(store -> desk.hold(id, request(shop, "kim", 2), store)));
        assertThat(quote.promise().readyFrom())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(20)));

        VertxContextSupport.subscribeAndAwait(sweeper::sweep);
        assertThat(status(id)).isEqualTo("HELD");
        assertThat(StubServices.requests()).noneMatch(request -> request.path().endsWith(id.toString()));

        town.rows(
                "UPDATE holds SET until = until - interval '13 minutes', ask_at = ask_at - interval '13 minutes' "
                        + "WHERE checkout_id = $1",
                id.value());
        VertxContextSupport.subscribeAndAwait(sweeper::sweep);
        assertThat(status(id)).isEqualTo("RELEASED");
    }

    @Test
    void its_first_work_is_told_the_databases_time() {
        assertThat(ShiftedClock.FirstMoment.off()).isLessThan(SLIGHTLY);
        assertThat(off(clock.now())).isLessThan(SLIGHTLY);
    }

    @Test
    void it_sees_the_tills_that_others_see_and_no_others() throws Throwable {
        Shop open = town.openShop();
        Shop lapsed = town.openShop();
        town.lapsed(lapsed, SLIGHTLY);

        assertThat(VertxContextSupport.subscribeAndAwait(() -> presence.look(open.store())))
                .isEqualTo(Liveness.LIVE);
        assertThat(VertxContextSupport.subscribeAndAwait(() -> presence.look(lapsed.store())))
                .isEqualTo(Liveness.GONE);
    }

    private static Duration off(Instant time) {
        return Duration.between(Instant.now(), time).abs();
    }

    private String status(CheckoutId id) {
        return town.rows("SELECT status FROM holds WHERE checkout_id = $1", id.value())
                .get(0)
                .getString(0);
    }
}
