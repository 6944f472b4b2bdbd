package io.sirenorder.local.chaos;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Buyers and merchants who go on ordering, deciding and cancelling while faults strike, and repeat what failed. */
final class Traffic implements AutoCloseable {
    private static final int STORES = 2;
    private static final int BUYERS = 6;
    private static final Duration PACE = Duration.ofMillis(900);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Api door;
    private final PortOne portone;
    private final SplittableRandom random;
    private final List<Till> tills = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();
    private volatile boolean going = true;

    Traffic(Victims victims, SplittableRandom random) {
        this.door = victims.door();
        this.portone = new PortOne(victims.simulator());
        this.random = random;
        for (int i = 0; i < STORES; i++) {
            tills.add(new Till(Merchant.register(door, "혼돈 카페 " + (i + 1))));
        }
    }

    List<Till> tills() {
        return tills;
    }

    void start() {
        tills.forEach(till -> threads.execute(till::stayConnected));
        for (int i = 0; i < BUYERS; i++) {
            Buyer buyer = Buyer.signIn(door, "chaos-" + i + "@example.com", "손님 " + i);
            SplittableRandom own = random.split();
            threads.execute(() -> shop(buyer, own));
        }
    }

    private void shop(Buyer buyer, SplittableRandom own) {
        while (going) {
            Instant begin = Instant.now();
            begun.incrementAndGet();
            try {
                story(buyer, tills.get(own.nextInt(STORES)), own.nextInt(100));
            } catch (RuntimeException givenUp) {
                given.incrementAndGet(); // what became of it is the invariants' question
            }
            Duration left = PACE.minus(Duration.between(begin, Instant.now()));
            if (!left.isNegative()) {
                Victims.sleep(left);
            }
        }
    }

    private void story(Buyer buyer, Till till, int chance) {
        Merchant merchant = till.merchant();
        Answer checkout = repeat(() -> buyer.checkOut(merchant.storeId()), 201);
        if (chance < 8) {
            return; // never paid
        }
        String id = checkout.text("checkoutId");
        repeat(() -> portone.pay(checkout), 200, 409);
        repeat(() -> buyer.api().get("/orders/" + id), 200);
        if (chance < 80) {
            awaitHeard(till, id);
        }
        if (chance < 60) {
            repeat(() -> merchant.accept(id, 5), 200, 409);
            repeat(() -> merchant.finish(id), 200, 409);
        } else if (chance < 80) {
            repeat(() -> merchant.refuse(id, "SOLD_OUT"), 200, 409);
        } else {
            repeat(() -> buyer.cancel(id), 200, 409);
        }
    }

    /** A merchant decides on orders that the till shows. */
    private void awaitHeard(Till till, String id) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!till.heard().contains(id)) {
            if (!going || Instant.now().isAfter(limit)) {
                throw new IllegalStateException("the till does not show " + id);
            }
            Victims.sleep(Duration.ofMillis(100));
        }
    }

    /** Calls until the answer has one of the statuses; anything else is what a fault may cause. */
    private Answer repeat(Supplier<Answer> call, int... wished) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (going && Instant.now().isBefore(limit)) {
            try {
                Answer answer = call.get();
                if (IntStream.of(wished).anyMatch(status -> status == answer.status())) {
                    return answer;
                }
            } catch (RuntimeException unreachable) {
                if (Thread.currentThread().isInterrupted()) {
                    throw unreachable;
                }
            }
            Victims.sleep(Duration.ofMillis(300));
        }
        throw new IllegalStateException("no answer within " + PATIENCE);
    }

    /** No new stories from now on; tills stay connected. */
    void stop() {
        going = false;
    }

    String summary() {
        return begun.get() + " stories begun, " + given.get() + " given up by their buyers";
    }

    @Override
    public void close() {
        stop();
        tills.forEach(Till::close);
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
