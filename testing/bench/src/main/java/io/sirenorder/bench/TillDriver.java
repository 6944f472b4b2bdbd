package io.sirenorder.bench;

import io.sirenorder.client.Answer;
import io.sirenorder.client.Buyer;
import io.sirenorder.client.Frame;
import io.sirenorder.client.Json;
import io.sirenorder.client.Merchant;
import io.sirenorder.client.PortOne;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A store at work: its till acknowledges each order, accepts it and finishes it at once. */
final class TillDriver implements AutoCloseable {
    private final Merchant merchant;
    private final Measurements measured;
    private final Map<String, Life> lives = new ConcurrentHashMap<>();
    private final AtomicLong soldKrw = new AtomicLong();
    private final MovingSocket till;

    TillDriver(Merchant merchant, Measurements measured, Moves moves) {
        this.merchant = merchant;
        this.measured = measured;
        this.till = new MovingSocket(merchant::till, this::hear, moves);
    }

    String storeId() {
        return merchant.storeId();
    }

    /** Buys one thing and completes when the store has finished it; fails after 60 seconds. */
    CompletableFuture<Void> serve(Buyer buyer, PortOne portone, long dueNanos) {
        Map<String, Object> line = Map.of("menuItemId", "americano", "quantity", 1, "options", Map.of());
        Map<String, Object> draft =
                Map.of("intent", "ORDER", "storeId", storeId(), "lines", java.util.List.of(line), "pickup", "TO_GO");
        return buyer.api()
                .callAsync("POST", "/checkouts", draft)
                .thenCompose(checkout -> pay(checkout.expect(201), portone, dueNanos))
                .orTimeout(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> pay(Answer checkout, PortOne portone, long dueNanos) {
        Life life = new Life(dueNanos, System.nanoTime(), checkout.number("amountKrw"));
        lives.put(checkout.text("checkoutId"), life);
        Map<String, Object> payment = Map.of(
                "version", checkout.body().path("portone").path("version"),
                "paymentId", checkout.text("checkoutId"),
                "amount", checkout.number("amountKrw"),
                "customData", checkout.body().path("portone").path("customData"));
        return portone.api().callAsync("POST", "/sim/pay", payment).thenCompose(answer -> {
            answer.expect(200);
            return life.finished();
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // every end is recorded in the life that the order leads
    private void hear(Frame frame) {
        Life life = lives.get(frame.text("orderId"));
        if (life == null || !frame.isA("order.placed") || !life.firstTime()) {
            return;
        }
        measured.paidToTill.record(System.nanoTime() - life.paidNanos());
        till.ack(frame);
        String order = "/orders/" + frame.text("orderId");
        merchant.api()
                .callAsync("POST", order + "/acceptance", Json.object().put("minutes", 3))
                .thenCompose(accepted -> {
                    accepted.expect(200);
                    return merchant.api().callAsync("POST", order + "/completion", Json.object());
                })
                .whenComplete((finished, error) -> end(frame.text("orderId"), life, finished, error));
    }

    private void end(String orderId, Life life, Answer finished, Throwable error) {
        lives.remove(orderId);
        if (error == null && finished.status() == 200) {
            measured.paidToFinished.record(System.nanoTime() - life.paidNanos());
            measured.dueToFinished.record(System.nanoTime() - life.dueNanos());
            soldKrw.addAndGet(life.amountKrw());
            life.finished().complete(null);
        } else {
            life.finished()
                    .completeExceptionally(error != null ? error : new IllegalStateException(finished.toString()));
        }
    }

    /** The sum of the orders finished here, in won. */
    long soldKrw() {
        return soldKrw.get();
    }

    Merchant merchant() {
        return merchant;
    }

    @Override
    public void close() {
        till.close();
    }
}
