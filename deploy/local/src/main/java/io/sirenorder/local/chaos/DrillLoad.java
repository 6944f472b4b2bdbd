package io.sirenorder.local.chaos;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Orders one after the other at one store, each paid, then finished or refused, and all remembered. */
final class DrillLoad implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int REFUSED_OF = 4;

    private final Api door;
    private final PortOne portone;
    private final Till till;
    private final List<String> paid = new CopyOnWriteArrayList<>();
    private final List<String> finished = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unmade = ConcurrentHashMap.newKeySet();
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

    /** Orders that their merchant has decided, or that were refunded without a decision. */
    List<String> finished() {
        return finished;
    }

    /** Every fourth order. */
    Set<String> refused() {
        return refused;
    }

    /** Payments that went back because no order was made of them. */
    Set<String> unmade() {
        return unmade;
    }

    private void order() {
        while (going) {
            Buyer buyer = Buyer.signIn(door, "drill-" + paid.size() + "@example.com", "손님");
            Answer checkout = repeat(() -> buyer.checkOut(merchant().storeId()), 201);
            repeat(() -> portone.pay(checkout), 200, 409);
            String id = checkout.text("checkoutId");
            paid.add(id);
            if (paid.size() % REFUSED_OF == 0) {
                refused.add(id);
            }
            decide(id);
            finished.add(id);
        }
    }

    /** Finishes or refuses an order as its merchant would, once or again. */
    void decide(String id) {
        await(() -> isPlaced(id) || isRefundedUnmade(id));
        if (unmade.contains(id)) {
            return;
        }
        if (refused.contains(id)) {
            repeat(() -> merchant().refuse(id, "SOLD_OUT"), 200, 409);
            return;
        }
        repeat(() -> merchant().accept(id, 5), 200, 409);
        repeat(() -> merchant().finish(id), 200, 409);
    }

    private boolean isPlaced(String id) {
        return status(() -> merchant().api().get("/orders/" + id)) == 200;
    }

    private boolean isRefundedUnmade(String id) {
        boolean is = portone.refunded(id) > 0 && !isPlaced(id);
        if (is) {
            refused.remove(id);
            unmade.add(id);
        }
        return is;
    }

    void awaitFinished(int count) {
        int goal = finished.size() + count;
        await(() -> finished.size() >= goal);
    }

    /** Sum of the orders that were finished, in won. */
    long soldKrw() {
        return paid.stream()
                .filter(order -> !refused.contains(order) && !unmade.contains(order))
                .mapToLong(order -> portone.payment(order).path("amount").asLong())
                .sum();
    }

    /** Whether each order that was finished was booked once. */
    boolean isInTheWallet() {
        return merchant().balance() == soldKrw();
    }

    /** One line for each payment of which not exactly the right sum is back. */
    List<String> wronglyRefunded() {
        return paid.stream()
                .filter(order -> portone.refunded(order) != refundDue(order))
                .map(order ->
                        "order " + order + ": " + portone.refunded(order) + " won went back, not " + refundDue(order))
                .toList();
    }

    /** One line for each order that its merchant had decided and that is not as it was decided. */
    List<String> forgotten() {
        return finished.stream()
                .filter(order -> !unmade.contains(order))
                .flatMap(order -> forgotten(order).stream())
                .toList();
    }

    private Optional<String> forgotten(String order) {
        String decided = refused.contains(order) ? "REFUSED" : "FINISHED";
        Answer answer = repeat(() -> merchant().api().get("/orders/" + order), 200, 404);
        String status = answer.status() == 200 ? answer.text("status") : Integer.toString(answer.status());
        return decided.equals(status)
                ? Optional.empty()
                : Optional.of("order " + order + " was " + decided + " and is " + status);
    }

    private long refundDue(String order) {
        return refused.contains(order) || unmade.contains(order)
                ? portone.payment(order).path("amount").asLong()
                : 0;
    }

    /** No new orders; comes back when the last one is through. */
    void stop() {
        going = false;
        await(() -> !thread.isAlive());
    }

    private Answer repeat(Supplier<Answer> call, int... wished) {
        Answer[] answer = new Answer[1];
        await(() -> {
            int seen = status(() -> answer[0] = call.get());
            return IntStream.of(wished).anyMatch(wish -> wish == seen);
        });
        return answer[0];
    }

    /** The status of the answer; 0 where there is none. */
    private static int status(Supplier<Answer> call) {
        try {
            return call.get().status();
        } catch (RuntimeException unreachable) {
            return 0;
        }
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
