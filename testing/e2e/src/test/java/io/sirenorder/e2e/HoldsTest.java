package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.Socket;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Five hundred buyers want the last twenty cups of a kitchen with a limit, and an instance of store-service is killed amid
 * them: nothing is sold twice, and nothing stays held for a checkout that there is not.
 */
@PlaysAlone
class HoldsTest {
    private static final int BUYERS = 500;
    private static final int CUPS = 20;
    private static final int AT_ONCE = 24;
    private static final int KILL_AFTER = 60;
    private static final String ITEM = "americano";

    private final Stack stack = Stack.running();
    private final Merchant merchant = stack.merchant();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void five_hundred_buyers_share_twenty_cups_while_an_instance_is_killed() {
        try (Socket till = merchant.till("")) {
            till.onFrame(frame -> {
                if (frame.isA("order.placed")) {
                    till.ack(frame);
                }
            });
            limit();
            List<Answer> sold = rush();
            assertThat(sold.size()).isPositive().isLessThanOrEqualTo(CUPS);
            assertThat(held()).isLessThanOrEqualTo(CUPS);

            List<Answer> paid = sold.subList(0, sold.size() / 2);
            paid.forEach(checkout -> stack.portone().pay(checkout).expect(200));
            paid.forEach(checkout -> isPlaced(checkout.text("checkoutId")));
            forgetWhatIsNoCheckout();
            everyCupIsAccountedFor(paid.size());
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
                .put(store("/menu/" + ITEM + "/stock"), Map.of("remaining", CUPS))
                .expect(200);
    }

    private List<Answer> rush() {
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return IntStream.range(0, BUYERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(this::wantOne, crowd))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer != null && answer.status() == 201)
                    .toList();
        } finally {
            crowd.shutdown();
        }
    }

    /** Null where no answer came: the buyer does not know. */
    private Answer wantOne() {
        Buyer buyer = stack.buyer();
        if (asked.incrementAndGet() == KILL_AFTER) {
            stack.parts().killOne("store-service");
        }
        try {
            return buyer.checkOut(merchant.storeId(), ITEM, 1, 0);
        } catch (UncheckedIOException cut) {
            return null;
        }
    }

    private void isPlaced(String orderId) {
        Eventually.is(() -> merchant.api().get("/orders/" + orderId).status(), 200, Stack.PATIENCE);
    }

    /** Lets the time pass after which payment-service is asked: what no checkout holds comes back. */
    private void forgetWhatIsNoCheckout() {
        stack.databases().run("store", "UPDATE holds SET ask_at = now() WHERE status = 'HELD' AND " + ofStore());
        Eventually.is(this::taken, checkouts(), Duration.ofMinutes(2));
    }

    /** Also those whose buyers had no answer. */
    private long checkouts() {
        return stack.databases()
                .count("payment", "SELECT count(*) FROM checkouts WHERE status IN ('OPEN', 'PAID') AND " + ofStore());
    }

    private long taken() {
        return stack.databases()
                .count("store", "SELECT count(*) FROM holds WHERE status IN ('HELD', 'COMMITTED') AND " + ofStore());
    }

    private void everyCupIsAccountedFor(int paid) {
        long all = checkouts();
        assertThat(stack.databases().count("store", "SELECT count(*) FROM orders WHERE " + ofStore()))
                .isEqualTo(paid);
        assertThat(held()).as("cups that are held and not paid").isEqualTo(all - paid);
        assertThat(stack.databases().count("store", "SELECT on_hand FROM store_stock WHERE " + ofStore()))
                .as("cups that are not sold")
                .isEqualTo(CUPS - paid);
        assertThat(stack.databases()
                        .count("store", "SELECT coalesce(sum(units), 0)::bigint FROM kitchen_slots WHERE " + ofStore()))
                .as("units of the kitchen's slots")
                .isEqualTo(all);
        assertThat(stack.databases()
                        .count("store", "SELECT count(*) FROM kitchen_slots WHERE units > capacity AND " + ofStore()))
                .isZero();
    }

    private long held() {
        return stack.databases().count("store", "SELECT held FROM store_stock WHERE " + ofStore());
    }

    private String ofStore() {
        return "store_id = '" + merchant.storeId() + "'";
    }

    private String store(String path) {
        return "/stores/" + merchant.storeId() + path;
    }
}
