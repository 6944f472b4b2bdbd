package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import io.sirenorder.e2e.CupBuyers.Cup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Five hundred buyers want twenty cups of a kitchen that makes one per slot, and change their minds; two instances of
 * store-service are killed in turn amid them, and payment-service once: nothing is sold twice, nothing stays held for a checkout
 * that there is not, and each of the twenty cups finds its buyer.
 */
@PlaysAlone
class HoldsTest {
    private static final int BUYERS = 500;
    private static final int CUPS = 20;
    private static final int CANCELLED = 5;
    /** A kill comes before one of so many buyers. */
    private static final int SPREAD = 40;

    private static final long SEED = Long.getLong("siren.seed", 20_261_127L);

    private static TwinStack twins;

    private final Stack stack = twins.stack();
    private final Merchant merchant = stack.merchant();
    private final CupBuyers buyers = new CupBuyers(stack, merchant, SEED);

    @BeforeAll
    static void start() {
        twins = TwinStack.start("store-service");
    }

    @AfterAll
    static void stop() {
        twins.close();
    }

    @Test
    void five_hundred_buyers_share_twenty_cups_while_instances_are_killed() {
        try (Socket till = merchant.till("")) {
            till.onFrame(frame -> {
                if (frame.isA("order.placed")) {
                    till.ack(frame);
                }
            });
            limit();
            List<Cup> cups = new ArrayList<>(buyers.rush(BUYERS, kills()));
            assertThat(cups.size()).isPositive().isLessThanOrEqualTo(CUPS);
            stack.parts().awaitHealthy();
            forgetAllBut(cups);
            everythingIsAccountedFor(cups.size(), 0);

            sellTheRest(cups);
            assertThat(buyers.want()).as("a cup too many").isNull();
            everythingIsAccountedFor(CUPS, 0);

            payAndCancelSome(cups);
            everythingIsAccountedFor(0, CUPS - CANCELLED);
        }
        stack.parts().awaitHealthy();
    }

    /** Slots with room for all cups, so that both limits are taken in one transaction. */
    private void limit() {
        Eventually.is(() -> stack.isOpen(merchant), true);
        merchant.api()
                .put(store("/kitchen"), Map.of("slotMinutes", 5, "unitsPerSlot", 1, "prepMinutes", 1))
                .expect(200);
        merchant.api()
                .put(store("/menu/" + CupBuyers.ITEM + "/stock"), Map.of("remaining", CUPS))
                .expect(200);
    }

    /** One instance while the first cups are taken, then the service that calls it, then the other instance. */
    private Map<Integer, Runnable> kills() {
        Random random = new Random(SEED);
        return Map.of(
                8 + random.nextInt(SPREAD), () -> stack.parts().killOne("store-service", 0),
                150 + random.nextInt(SPREAD), () -> stack.parts().killOne("payment-service", 0),
                300 + random.nextInt(SPREAD), () -> stack.parts().killOne("store-service", 1));
    }

    /**
     * Lets the time pass after which a checkout ends whose buyer had no answer, and after which payment-service is asked about
     * a hold: no request lives so long that one of these might still become a checkout.
     */
    private void forgetAllBut(List<Cup> cups) {
        String kept = cups.stream().map(cup -> "'" + cup.id() + "'").collect(Collectors.joining(", "));
        stack.databases()
                .run(
                        "payment",
                        "UPDATE checkouts SET expires_at = now() - interval '1 hour' WHERE status = 'OPEN' AND id NOT IN ("
                                + kept + ") AND " + ofStore());
        Eventually.is(
                () -> {
                    stack.databases()
                            .run(
                                    "store",
                                    "UPDATE holds SET ask_at = now() WHERE status = 'HELD' AND "
                                            + "made_at < now() - interval '12 seconds' AND " + ofStore());
                    return count("SELECT count(*) FROM holds WHERE status = 'HELD' AND " + ofStore());
                },
                (long) cups.size(),
                Stack.PATIENCE);
    }

    private void sellTheRest(List<Cup> cups) {
        while (cups.size() < CUPS) {
            Cup cup = buyers.want();
            assertThat(cup).as("cup %d, seed %d", cups.size() + 1, SEED).isNotNull();
            cups.add(cup);
        }
    }

    /** An instance is killed in the middle; each payment becomes an order all the same. */
    private void payAndCancelSome(List<Cup> cups) {
        for (int i = 0; i < CUPS; i++) {
            if (i == CUPS / 4) {
                stack.parts().killOne("store-service", 0);
            }
            stack.portone().pay(cups.get(i).checkout()).expect(200);
        }
        for (int i = 0; i < CUPS; i++) {
            Cup cup = cups.get(i);
            boolean isCancelled = i < CANCELLED;
            Eventually.is(
                    () -> isCancelled
                            ? cup.buyer().cancel(cup.id()).status()
                            : merchant.accept(cup.id(), 5).status(),
                    200,
                    Stack.PATIENCE);
        }
    }

    private void everythingIsAccountedFor(int held, int sold) {
        assertThat(count("SELECT held FROM store_stock WHERE " + ofStore()))
                .as("cups that are held, seed %d", SEED)
                .isEqualTo(held);
        assertThat(count("SELECT on_hand FROM store_stock WHERE " + ofStore()))
                .as("cups that are not sold")
                .isEqualTo(CUPS - sold);
        assertThat(count("SELECT sum(held_delta) * 1000 + sum(on_hand_delta) FROM stock_moves WHERE " + ofStore()))
                .as("both by their ledger, which books a count of the merchant's with no pieces")
                .isEqualTo(held * 1000 - sold);
        assertThat(count("SELECT coalesce(sum(units), 0)::bigint FROM kitchen_slots WHERE " + ofStore()))
                .as("units of the kitchen's slots: those of cancelled orders stay in a slot that has begun")
                .isEqualTo(
                        count("SELECT coalesce(sum(amount), 0)::bigint FROM holds JOIN hold_lines USING (checkout_id) "
                                + "WHERE slot_at IS NOT NULL AND (status IN ('HELD', 'COMMITTED') "
                                + "OR status = 'RETURNED' AND slot_at <= ended_at) AND " + ofStore()));
        assertThat(count("SELECT count(*) FROM orders WHERE status = 'ACCEPTED' AND " + ofStore()))
                .isEqualTo(sold);
        assertThat(count("SELECT count(*) FROM holds WHERE status IN ('HELD', 'COMMITTED') AND " + ofStore()))
                .isEqualTo(held + sold);
    }

    private long count(String sql) {
        return stack.databases().count("store", sql);
    }

    private String ofStore() {
        return "store_id = '" + merchant.storeId() + "'";
    }

    private String store(String path) {
        return "/stores/" + merchant.storeId() + path;
    }
}
