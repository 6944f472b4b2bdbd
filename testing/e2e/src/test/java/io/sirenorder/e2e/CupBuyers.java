package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Buyers who want one cup each of a store's last ones. Three of four who get one give it up at once, so that cups change hands
 * until the end. Who gets no clear answer asks again.
 */
final class CupBuyers {
    static final String ITEM = "americano";

    private static final int AT_ONCE = 24;
    private static final int GIVE_UP_OF_FOUR = 3;
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** Refusals for want of room; all other answers of 400 and more but {@link #UNCLEAR} are faults. */
    private static final Set<String> NO_ROOM = Set.of("item-unavailable", "kitchen-full");
    /** An instance was killed while it was asked, or before. */
    private static final Set<Integer> UNCLEAR = Set.of(502, 503);
    /** Answer to a buyer who asked thrice and heard nothing: three cups may be held for them. */
    private static final int TOO_MANY = 429;

    private final Merchant merchant;
    private final long seed;
    /** The front door answers 502 for a service that is killed: that is in no service's document, against which stories hold answers. */
    private final Api door;

    private final AtomicInteger asked = new AtomicInteger();

    CupBuyers(Stack stack, Merchant merchant, long seed) {
        this.merchant = merchant;
        this.seed = seed;
        this.door = Api.at(stack.address());
    }

    /** A cup that a buyer holds and has not paid. */
    record Cup(Buyer buyer, Answer checkout) {
        String id() {
            return checkout.text("checkoutId");
        }
    }

    /**
     * All of them, many at once; the cups that were not given up.
     *
     * @param faults what happens before the buyer of that number asks
     */
    List<Cup> rush(int buyers, Map<Integer, Runnable> faults) {
        Random random = new Random(seed);
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        try {
            return IntStream.range(0, buyers)
                    .mapToObj(i -> random.nextInt(4) < GIVE_UP_OF_FOUR)
                    .map(givesUp -> CompletableFuture.supplyAsync(() -> takePart(givesUp, faults), crowd))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(cup -> cup != null)
                    .toList();
        } finally {
            crowd.shutdown();
        }
    }

    private Cup takePart(boolean givesUp, Map<Integer, Runnable> faults) {
        faults.getOrDefault(asked.incrementAndGet(), () -> {}).run();
        Cup cup = want();
        if (cup != null && givesUp) {
            giveUp(cup);
            return null;
        }
        return cup;
    }

    /** One more buyer; null when there is no room. */
    Cup want() {
        Buyer buyer = Buyer.signIn(door, "cup-" + UUID.randomUUID() + "@example.com", "손님");
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Answer answer = ask(buyer);
            if (answer != null && answer.status() == 201) {
                return new Cup(buyer, answer);
            }
            if (answer != null && !UNCLEAR.contains(answer.status())) {
                assertThat(answer.status() == TOO_MANY || NO_ROOM.contains(answer.problem()))
                        .as("seed %d: %s", seed, answer)
                        .isTrue();
                return null;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new AssertionError("no clear answer within " + LIMIT);
    }

    private Answer ask(Buyer buyer) {
        try {
            return buyer.checkOut(merchant.storeId(), ITEM, 1, 0);
        } catch (UncheckedIOException cut) {
            return null;
        }
    }

    /** Without an answer nobody knows whether it is given up, as nobody does who holds a cup without an answer. */
    private void giveUp(Cup cup) {
        try {
            Answer answer = cup.buyer().api().post("/checkouts/" + cup.id() + "/abandonment", Map.of());
            assertThat(answer.status() == 204 || UNCLEAR.contains(answer.status()))
                    .as("seed %d: %s", seed, answer)
                    .isTrue();
        } catch (UncheckedIOException cut) {
            return;
        }
    }
}
