package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Cancellation;
import io.sirenorder.simulator.payment.PaymentStatus;
import io.sirenorder.simulator.payment.Purchase;
import io.sirenorder.simulator.payment.Vat;
import io.sirenorder.simulator.webhook.Webhook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Payments and cancels in V2's shapes; what is absent is left out. */
final class V2Json {
    private final Account account;

    V2Json(Account account) {
        this.account = account;
    }

    JsonObject payment(Attempt attempt, List<Webhook> webhooks) {
        Purchase purchase = attempt.purchase();
        JsonObject json = new JsonObject()
                .put("status", attempt.status().name())
                .put("id", attempt.paymentId())
                .put("transactionId", attempt.transactionId())
                .put("merchantId", account.merchantId())
                .put("storeId", purchase.storeId());
        if (attempt.status() != PaymentStatus.READY) {
            json.put("method", V2MethodJson.method(attempt));
        }
        json.put("channel", V2MethodJson.channel(purchase, account))
                .put("version", purchase.version().name())
                .put("requestedAt", time(attempt.requestedAt()))
                .put("updatedAt", time(attempt.changedAt()))
                .put("statusChangedAt", time(attempt.changedAt()))
                .put("orderName", purchase.orderName())
                .put("amount", amount(attempt))
                .put("currency", purchase.currency())
                .put("customer", customer(purchase))
                .put("origin", origin());
        if (purchase.customData() != null) {
            json.put("customData", purchase.customData());
        }
        if (!webhooks.isEmpty()) {
            json.put("webhooks", V2WebhookJson.of(webhooks));
        }
        return byStatus(json, attempt);
    }

    private static JsonObject byStatus(JsonObject json, Attempt attempt) {
        return switch (attempt.status()) {
            case READY -> json;
            case PAY_PENDING, VIRTUAL_ACCOUNT_ISSUED -> json.put("pgTxId", pgTxId(attempt));
            case FAILED -> json.put("failedAt", time(attempt.changedAt())).put("failure", failure(attempt));
            case PAID -> withCancellations(paid(json, attempt), attempt).put("disputes", disputes(attempt));
            case PARTIAL_CANCELLED, CANCELLED ->
                withCancellations(paid(json, attempt), attempt).put("cancelledAt", time(attempt.changedAt()));
        };
    }

    private static JsonObject paid(JsonObject json, Attempt attempt) {
        return json.put("paidAt", time(attempt.paidAt()))
                .put("pgTxId", pgTxId(attempt))
                .put("receiptUrl", "https://receipts.example.com/" + attempt.transactionId());
    }

    private static JsonObject withCancellations(JsonObject json, Attempt attempt) {
        JsonArray cancellations = new JsonArray();
        attempt.cancellations().forEach(c -> cancellations.add(cancellation(c)));
        return cancellations.isEmpty() ? json : json.put("cancellations", cancellations);
    }

    static JsonObject cancellation(Cancellation cancellation) {
        JsonObject json = new JsonObject()
                .put("status", cancellation.status().name())
                .put("id", cancellation.id())
                .put("totalAmount", cancellation.amount())
                .put("taxFreeAmount", cancellation.taxFree())
                .put("vatAmount", cancellation.vat())
                .put("reason", cancellation.reason())
                .put("requestedAt", time(cancellation.requestedAt()))
                .put("trigger", cancellation.trigger());
        if (cancellation.succeeded()) {
            json.put("pgCancellationId", "pgc-" + cancellation.id()).put("cancelledAt", time(cancellation.endedAt()));
        }
        return json;
    }

    private static JsonArray disputes(Attempt attempt) {
        JsonArray disputes = new JsonArray();
        if (attempt.dispute() != null) {
            JsonObject dispute = new JsonObject()
                    .put("id", "dispute-" + attempt.transactionId())
                    .put("reason", "구매자 이의 제기")
                    .put("status", attempt.dispute().equals("RESOLVED") ? "RESOLVED" : "PENDING")
                    .put("createdAt", time(attempt.changedAt()));
            disputes.add(
                    attempt.dispute().equals("RESOLVED")
                            ? dispute.put("resolvedAt", time(attempt.changedAt()))
                            : dispute);
        }
        return disputes;
    }

    private static JsonObject failure(Attempt attempt) {
        return new JsonObject()
                .put("reason", attempt.failReason())
                .put("pgCode", "REJECT_CARD_PAYMENT")
                .put("pgMessage", "한도초과 혹은 잔액부족");
    }

    private static JsonObject amount(Attempt attempt) {
        long total = attempt.purchase().amount();
        boolean ready = attempt.status() == PaymentStatus.READY;
        JsonObject amount = new JsonObject().put("total", total).put("taxFree", 0);
        if (!ready) {
            amount.put("vat", Vat.of(total)).put("supply", total - Vat.of(total));
        }
        return amount.put("discount", 0)
                .put("paid", ready ? 0 : total)
                .put("cancelled", attempt.cancelled())
                .put("cancelledTaxFree", 0);
    }

    private static JsonObject customer(Purchase purchase) {
        JsonObject customer = new JsonObject();
        if (purchase.customerId() != null) {
            customer.put("id", purchase.customerId());
        }
        customer.put("name", "홍길동");
        return purchase.buyerEmail() == null ? customer : customer.put("email", purchase.buyerEmail());
    }

    private static JsonObject origin() {
        return new JsonObject()
                .put("platformType", "MOBILE")
                .put("userAgent", "Mozilla/5.0")
                .put("ipAddress", "192.0.2.1");
    }

    private static String pgTxId(Attempt attempt) {
        return "tviva" + attempt.transactionId().replace("-", "").substring(0, 20);
    }

    static String time(Instant instant) {
        return instant.toString();
    }
}
