package io.sirenorder.simulator.payment;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** One cancel of all or a part of a payment; REQUESTED ones hold their amount until they end. */
public record Cancellation(
        String id,
        Status status,
        long amount,
        long taxFree,
        long vat,
        String reason,
        String trigger,
        Instant requestedAt,
        Instant endedAt) {

    /** The progress of a cancellation. */
    public enum Status {
        REQUESTED,
        SUCCEEDED,
        FAILED
    }

    Cancellation ended(Status end, Instant at) {
        return new Cancellation(id, end, amount, taxFree, vat, reason, trigger, requestedAt, at);
    }

    public boolean succeeded() {
        return status == Status.SUCCEEDED;
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("id", id)
                .put("status", status.name())
                .put("amount", amount)
                .put("taxFree", taxFree)
                .put("vat", vat)
                .put("reason", reason)
                .put("trigger", trigger)
                .put("requestedAt", requestedAt)
                .put("endedAt", endedAt);
    }

    static Cancellation fromJson(JsonObject json) {
        return new Cancellation(
                json.getString("id"),
                Status.valueOf(json.getString("status")),
                json.getLong("amount"),
                json.getLong("taxFree"),
                json.getLong("vat"),
                json.getString("reason"),
                json.getString("trigger"),
                json.getInstant("requestedAt"),
                json.getInstant("endedAt"));
    }
}
