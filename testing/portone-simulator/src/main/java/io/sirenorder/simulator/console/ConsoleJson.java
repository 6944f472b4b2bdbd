package io.sirenorder.simulator.console;

import io.sirenorder.simulator.payment.ApiVersion;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Cancellation;
import io.sirenorder.simulator.payment.PaymentStatus;
import io.sirenorder.simulator.webhook.Webhook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** PortOne's own view of a payment, and its ledger. */
final class ConsoleJson {
    private ConsoleJson() {}

    static JsonObject payment(Attempt attempt, List<Attempt> attempts, List<Webhook> webhooks) {
        JsonArray cancellations = new JsonArray();
        attempt.cancellations().forEach(c -> cancellations.add(cancellation(c)));
        JsonArray tries = new JsonArray();
        attempts.forEach(other -> tries.add(
                new JsonObject().put("transactionId", other.transactionId()).put("status", status(other))));
        JsonArray sent = new JsonArray();
        webhooks.forEach(webhook -> sent.add(webhook(webhook)));
        return result(attempt)
                .put("version", attempt.purchase().version().name())
                .put("amount", attempt.purchase().amount())
                .put("cancelledAmount", attempt.cancelled())
                .put("currency", attempt.purchase().currency())
                .put("channel", attempt.purchase().test() ? "TEST" : "LIVE")
                .put("storeId", attempt.purchase().storeId())
                .put("account", attempt.purchase().account())
                .put("customData", attempt.purchase().customData())
                .put("paidAt", attempt.paidAt())
                .put("cancellations", cancellations)
                .put("attempts", tries)
                .put("webhooks", sent);
    }

    /** The result that the client SDK hands to the shop's page. */
    static JsonObject result(Attempt attempt) {
        JsonObject json = new JsonObject()
                .put("paymentId", attempt.paymentId())
                .put("transactionId", attempt.transactionId())
                .put("status", status(attempt));
        if (attempt.purchase().version() == ApiVersion.V1) {
            json.put("imp_uid", attempt.transactionId()).put("merchant_uid", attempt.paymentId());
        } else {
            json.put("txId", attempt.transactionId());
        }
        return attempt.failReason() == null || attempt.status() != PaymentStatus.FAILED
                ? json
                : json.put("code", "FAILURE_TYPE_PG").put("message", attempt.failReason());
    }

    private static String status(Attempt attempt) {
        return attempt.purchase().version() == ApiVersion.V1
                ? attempt.status().v1()
                : attempt.status().name();
    }

    private static JsonObject cancellation(Cancellation cancellation) {
        return new JsonObject()
                .put("id", cancellation.id())
                .put("status", cancellation.status().name())
                .put("amount", cancellation.amount())
                .put("reason", cancellation.reason())
                .put("trigger", cancellation.trigger())
                .put("requestedAt", cancellation.requestedAt())
                .put("endedAt", cancellation.endedAt());
    }

    private static JsonObject webhook(Webhook webhook) {
        return new JsonObject()
                .put("id", webhook.id())
                .put("type", webhook.type())
                .put("status", webhook.status())
                .put("url", webhook.url())
                .put("tries", webhook.tries())
                .put(
                        "code",
                        webhook.receipt() == null ? null : webhook.receipt().status())
                .put(
                        "answer",
                        webhook.receipt() == null ? null : webhook.receipt().body())
                .put("triggeredAt", webhook.triggeredAt())
                .put("respondedAt", webhook.respondedAt());
    }

    /** Every payment that was ever paid, and what all of them add up to. */
    static JsonObject ledger(List<Attempt> all) {
        List<Attempt> paid = all.stream().filter(a -> a.status().wasPaid()).toList();
        JsonArray entries = new JsonArray();
        paid.forEach(attempt -> entries.add(entry(attempt)));
        Map<String, Object> statuses = all.stream()
                .collect(Collectors.groupingBy(
                        a -> a.status().name(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.counting(), n -> n)));
        long total = paid.stream().mapToLong(a -> a.purchase().amount()).sum();
        long cancelled = paid.stream().mapToLong(Attempt::cancelled).sum();
        return new JsonObject()
                .put("attempts", all.size())
                .put("paidCount", paid.size())
                .put("paidTotal", total)
                .put("cancelledTotal", cancelled)
                .put("keptTotal", total - cancelled)
                .put("statuses", new JsonObject(statuses))
                .put("payments", entries);
    }

    private static JsonObject entry(Attempt attempt) {
        return new JsonObject()
                .put("paymentId", attempt.paymentId())
                .put("transactionId", attempt.transactionId())
                .put("version", attempt.purchase().version().name())
                .put("status", attempt.status().name())
                .put("currency", attempt.purchase().currency())
                .put("storeId", attempt.purchase().storeId())
                .put("account", attempt.purchase().account())
                .put("channel", attempt.purchase().test() ? "TEST" : "LIVE")
                .put("paid", attempt.purchase().amount())
                .put("cancelled", attempt.cancelled())
                .put(
                        "cancels",
                        attempt.cancellations().stream()
                                .filter(Cancellation::succeeded)
                                .count())
                .put("paidAt", attempt.paidAt());
    }
}
