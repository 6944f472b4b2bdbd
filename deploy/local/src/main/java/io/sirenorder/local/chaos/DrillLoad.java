package io.sirenorder.local.chaos;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Orders one after the other at one store, each paid, accepted and finished, and all remembered. */
final class DrillLoad implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Api door;
    private final PortOne portone;
    private final Till till;
    private final List<String> paid = new CopyOnWriteArrayList<>();
    private final List<String> finished = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::order, "drill-load");
    private volatile boolean going = true;

    DrillLoad(Victims victims) {
        door = victims.door();
        portone = new PortOne(victims.simulator());
        till = new Till(Merchant.register(door, "복구 훈련 카페"));
        new Thread(till::stayConnected, "drill-till").start();
        thread.start();
    }

    Merchant merchant() {
        return till.merchant();
    }

    List<String> paid() {
        return paid;
    }

    List<String> finished() {
        return finished;
    }

    private void order() {
        while (going) {
            Buyer buyer = Buyer.signIn(door, "drill-" + paid.size() + "@example.com", "손님");
            Answer checkout = repeat(() -> buyer.checkOut(merchant().storeId()), 201);
            repeat(() -> portone.pay(checkout), 200, 409);
            String id = checkout.text("checkoutId");
            paid.add(id);
            decide(id);
            finished.add(id);
        }
    }

    /** Accepts and finishes an order as its merchant would, once or again. */
    void decide(String id) {
        repeat(() -> merchant().api().get("/orders/" + id), 200);
        repeat(() -> merchant().accept(id, 5), 200, 409);
        repeat(() -> merchant().finish(id), 200, 409);
    }

    void awaitFinished(int count) {
        int goal = finished.size() + count;
        await(() -> finished.size() >= goal);
    }

    /** Sum that buyers paid for all orders, in won. */
    long paidKrw() {
        Merchant merchant = merchant();
        return paid.stream()
                .mapToLong(order -> merchant.order(order).path("amountKrw").asLong())
                .sum();
    }

    /** Whether each order was booked once. */
    boolean isInTheWallet() {
        return merchant().balance() == paidKrw();
    }

    /** No new orders; comes back when the last one is through. */
    void stop() {
        going = false;
        await(() -> !thread.isAlive());
    }

    private Answer repeat(Supplier<Answer> call, int... wished) {
        Answer[] answer = new Answer[1];
        IntSupplier status = () -> {
            try {
                answer[0] = call.get();
                return answer[0].status();
            } catch (RuntimeException unreachable) {
                return 0;
            }
        };
        await(() -> {
            int seen = status.getAsInt();
            return IntStream.of(wished).anyMatch(wish -> wish == seen);
        });
        return answer[0];
    }

    static void await(BooleanSupplier goal) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!goal.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("not within " + PATIENCE);
            }
            Victims.sleep(Duration.ofMillis(300));
        }
    }

    @Override
    public void close() {
        going = false;
        till.close();
    }
}
