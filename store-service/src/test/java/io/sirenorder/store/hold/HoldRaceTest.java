package io.sirenorder.store.hold;

import static io.sirenorder.store.hold.Kitchens.checkout;
import static io.sirenorder.store.hold.Kitchens.count;
import static io.sirenorder.store.hold.Kitchens.hold;
import static io.sirenorder.store.hold.Kitchens.request;
import static io.sirenorder.store.hold.Kitchens.slots;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.store.storefront.Stores;
import io.sirenorder.testkit.SirenTestResource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class HoldRaceTest {
    private static final int BUYERS = 500;
    private static final int AT_ONCE = 24;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_TRIES = 30;
    private static final int SCHEDULES = 1_000;
    private static final int LAST_PIECES = 60;
    private static final long SEED = Long.getLong("siren.seed", 20_260_302L);

    @Inject
    Town town;

    @Inject
    HoldDesk desk;

    @Inject
    Stores stores;

    @Inject
    HoldMetrics metrics;

    @Test
    void five_hundred_buyers_get_exactly_twenty_cups() throws Exception {
        Shop shop = town.openShop();
        count(shop, 20);
        slots(shop, 5, 1);
        List<Long> before = differences();

        List<Integer> answers = all(BUYERS, i -> () -> answer(shop, "buyer-" + i));

        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(20);
        assertThat(number("SELECT on_hand FROM store_stock WHERE store_id = $1", shop))
                .isEqualTo(20);
        assertThat(number("SELECT held FROM store_stock WHERE store_id = $1", shop))
                .isEqualTo(20);
        assertThat(number("SELECT sum(units) FROM kitchen_slots WHERE store_id = $1", shop))
                .isEqualTo(20);
        assertThat(number("SELECT max(units) FROM kitchen_slots WHERE store_id = $1", shop))
                .isEqualTo(1);
        assertThat(differences()).isEqualTo(before);
    }

    @Test
    void five_hundred_buyers_get_exactly_twenty_units_of_a_slot() throws Exception {
        Shop shop = town.openShop();
        slots(shop, 30, 20);
        town.rows("""
                INSERT INTO kitchen_slots (store_id, starts_at, units, capacity)
                SELECT $1, to_timestamp(floor(extract(epoch FROM now()) / 1800) * 1800) + i * interval '30 minutes',
                       CASE WHEN i = 3 THEN 0 ELSE 20 END, 20
                FROM generate_series(0, 8) i
                """, shop.store().value());

        List<Integer> answers = all(BUYERS, i -> () -> answer(shop, "slot-" + i));

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(20);
        assertThat(answers).containsOnly(200, 409);
        assertThat(number("SELECT max(units) FROM kitchen_slots WHERE store_id = $1", shop))
                .isEqualTo(20);
    }

    @Test
    void released_twice_is_released_once_and_an_approval_races_with_the_end() throws Exception {
        Shop shop = town.openShop();
        count(shop, 2_000);
        slots(shop, 30, 500);
        Random random = new Random(SEED);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int schedule = 0; schedule < SCHEDULES; schedule++) {
                CheckoutId id = checkout();
                await(() -> Panache.withSession(() -> stores.get(shop.store()))
                        .chain(store -> desk.hold(id, request(shop, "race-" + id, 1), store)));
                List<Callable<Object>> ends = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    ends.add(end(id, random.nextInt(4), random.nextInt(3)));
                }
                for (Future<Object> done : threads.invokeAll(ends)) {
                    done.get();
                }
            }
        } finally {
            threads.shutdown();
        }

        long committed = number("SELECT count(*) FROM holds WHERE status = 'COMMITTED' AND store_id = $1", shop);
        long open = number("SELECT count(*) FROM holds WHERE status = 'HELD' AND store_id = $1", shop);
        assertThat(number("SELECT on_hand FROM store_stock WHERE store_id = $1", shop))
                .as("seed %d", SEED)
                .isEqualTo(2_000 - committed);
        assertThat(number("SELECT held FROM store_stock WHERE store_id = $1", shop))
                .isEqualTo(open);
        assertThat(number(
                        "SELECT coalesce(sum(units), 0) FROM kitchen_slots WHERE store_id = $1 AND starts_at > now()",
                        shop))
                .isEqualTo(number("""
                        SELECT coalesce(sum(amount), 0) FROM hold_lines JOIN holds USING (checkout_id)
                        WHERE store_id = $1 AND slot_at > now() AND status IN ('HELD', 'COMMITTED')
                        """, shop));
        assertThat(committed).isPositive().isLessThan(SCHEDULES);
    }

    @Test
    void a_counter_sale_and_a_checkout_race_for_the_last_piece() throws Exception {
        Shop shop = town.openShop();
        int ahead = 0;
        for (int i = 0; i < LAST_PIECES; i++) {
            count(shop, 1);
            String buyer = "last-" + i;
            List<Callable<Integer>> both = List.of(() -> answer(shop, buyer), () -> soldAtTheCounter(shop));
            int first = i % 2;
            List<Integer> answers = all(2, n -> both.get((n + first) % 2));
            assertThat(answers).as("round %d", i).containsExactlyInAnyOrder(200, 409);
            ahead += answers.get(first) == 200 ? 1 : 0;
        }
        assertThat(number("SELECT held FROM store_stock WHERE store_id = $1", shop))
                .isEqualTo(ahead);
        assertThat(number("SELECT on_hand FROM store_stock WHERE store_id = $1", shop))
                .isEqualTo(ahead);
    }

    private static int soldAtTheCounter(Shop shop) {
        return Town.as(shop)
                .body(Map.of("delta", -1))
                .post(shop.path() + "/menu/americano/stock/adjustments")
                .statusCode();
    }

    /** Repeats the same request, as a client does, while the service is too busy to answer. */
    private static int answer(Shop shop, String buyer) {
        CheckoutId id = checkout();
        int status = UNAVAILABLE;
        for (int tries = 0; tries < MOST_TRIES && status == UNAVAILABLE; tries++) {
            status = hold(id, shop, buyer, 1).statusCode();
        }
        return status;
    }

    private Callable<Object> end(CheckoutId id, int kind, int pause) {
        return () -> {
            for (int i = 0; i < pause * 200; i++) {
                Thread.onSpinWait();
            }
            return switch (kind) {
                case 0 -> await(() -> Panache.withTransaction(() -> desk.commit(id)));
                case 1 -> await(() -> Panache.withTransaction(() -> desk.giveBack(id)));
                default -> await(() -> desk.release(id));
            };
        };
    }

    /** Other tests fill slots by hand, so only what this one adds counts. */
    private List<Long> differences() throws Exception {
        await(() -> metrics.compare());
        return List.of(metrics.stockDifferences(), metrics.slotDifferences());
    }

    private long number(String sql, Shop shop) {
        return ((Number) town.rows(sql, shop.store().value()).get(0).getValue(0)).longValue();
    }

    private static <T> T await(Supplier<Uni<T>> work) throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> List<T> all(int count, IntFunction<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> done :
                    threads.invokeAll(IntStream.range(0, count).mapToObj(work).toList())) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
