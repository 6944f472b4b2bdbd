package io.sirenorder.simulator.payment;

import static io.sirenorder.simulator.payment.PaymentStatus.CANCELLED;
import static io.sirenorder.simulator.payment.PaymentStatus.PAID;
import static io.sirenorder.simulator.payment.PaymentStatus.PARTIAL_CANCELLED;
import static io.sirenorder.simulator.payment.PaymentStatus.READY;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One try to pay: what was asked for, and how far it went. */
public final class Attempt {
    private final Purchase purchase;
    private final String transactionId;
    private final Instant requestedAt;
    private final List<Cancellation> cancellations = new ArrayList<>(1);
    private PaymentStatus status = READY;
    private Instant changedAt;
    private Instant paidAt;
    private String failReason;
    private String dispute;

    Attempt(Purchase purchase, String transactionId, Instant requestedAt) {
        this.purchase = purchase;
        this.transactionId = transactionId;
        this.requestedAt = requestedAt;
        this.changedAt = requestedAt;
    }

    void moveTo(PaymentStatus next, Instant at) {
        status = next;
        changedAt = at;
        if (next == PAID) {
            paidAt = at;
        }
    }

    void fail(String reason, Instant at) {
        moveTo(PaymentStatus.FAILED, at);
        failReason = reason;
    }

    void add(Cancellation cancellation) {
        cancellations.add(cancellation);
        settle(cancellation);
    }

    Cancellation end(String cancellationId, Cancellation.Status end, Instant at) {
        int index = indexOf(cancellationId);
        Cancellation ended = cancellations.get(index).ended(end, at);
        cancellations.set(index, ended);
        settle(ended);
        return ended;
    }

    private int indexOf(String cancellationId) {
        for (int i = 0; i < cancellations.size(); i++) {
            if (cancellations.get(i).id().equals(cancellationId)) {
                return i;
            }
        }
        throw new Refusal(Refusal.Why.CANCELLATION_NOT_FOUND);
    }

    private void settle(Cancellation cancellation) {
        if (cancellation.succeeded()) {
            moveTo(cancelled() < purchase.amount() ? PARTIAL_CANCELLED : CANCELLED, cancellation.endedAt());
        }
    }

    void dispute(String state) {
        dispute = state;
    }

    public long cancelled() {
        return cancellations.stream()
                .filter(Cancellation::succeeded)
                .mapToLong(Cancellation::amount)
                .sum();
    }

    /** The amount that can still be cancelled: the total without what went back and what is on its way back. */
    public long cancellable() {
        return purchase.amount()
                - cancellations.stream()
                        .filter(c -> c.status() != Cancellation.Status.FAILED)
                        .mapToLong(Cancellation::amount)
                        .sum();
    }

    public Purchase purchase() {
        return purchase;
    }

    public String paymentId() {
        return purchase.paymentId();
    }

    public String transactionId() {
        return transactionId;
    }

    public PaymentStatus status() {
        return status;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Instant paidAt() {
        return paidAt;
    }

    public String failReason() {
        return failReason;
    }

    /** The token that the client SDK hands over where the merchant's server itself must confirm the payment. */
    public String paymentToken() {
        return "ptk_" + transactionId;
    }

    /** DISPUTED, RESOLVED or null. */
    public String dispute() {
        return dispute;
    }

    public List<Cancellation> cancellations() {
        return Collections.unmodifiableList(cancellations);
    }

    JsonObject toJson() {
        JsonArray cancels = new JsonArray();
        cancellations.forEach(c -> cancels.add(c.toJson()));
        return new JsonObject()
                .put("purchase", purchase.toJson())
                .put("transactionId", transactionId)
                .put("requestedAt", requestedAt)
                .put("status", status.name())
                .put("changedAt", changedAt)
                .put("paidAt", paidAt)
                .put("failReason", failReason)
                .put("dispute", dispute)
                .put("cancellations", cancels);
    }

    static Attempt fromJson(JsonObject json) {
        Attempt attempt = new Attempt(
                Purchase.fromJson(json.getJsonObject("purchase")),
                json.getString("transactionId"),
                json.getInstant("requestedAt"));
        json.getJsonArray("cancellations").stream()
                .map(JsonObject.class::cast)
                .map(Cancellation::fromJson)
                .forEach(attempt.cancellations::add);
        attempt.status = PaymentStatus.valueOf(json.getString("status"));
        attempt.changedAt = json.getInstant("changedAt");
        attempt.paidAt = json.getInstant("paidAt");
        attempt.failReason = json.getString("failReason");
        attempt.dispute = json.getString("dispute");
        return attempt;
    }
}
