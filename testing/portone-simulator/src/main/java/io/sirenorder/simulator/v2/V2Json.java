package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Cancellation;
import io.sirenorder.simulator.payment.PaymentStatus;
import io.sirenorder.simulator.payment.Purchase;
import io.sirenorder.simulator.payment.Vat;
import io.sirenorder.simulator.webhook.Receipt;
import io.sirenorder.simulator.webhook.Webhook;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Payments, cancels and webhooks in V2's shapes; what is absent is left out. */
final class V2Json {
    private static final Duration ACCOUNT_OPEN_FOR = Duration.ofDays(1);

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
            json.put("method", method(attempt));
        }
        json.put("channel", channel(purchase))
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
            json.put("webhooks", webhooks(webhooks));
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

    private JsonObject channel(Purchase purchase) {
        JsonObject channel = new JsonObject().put("type", purchase.test() ? "TEST" : "LIVE");
        if (purchase.isEasyPay()) {
            return channel.put("id", "channel-id-kakao")
                    .put("key", account.channelKey())
                    .put("name", "카카오페이")
                    .put("pgProvider", "KAKAOPAY")
                    .put("pgMerchantId", purchase.test() ? "TC0ONETIME" : "C0ONETIME");
        }
        return channel.put("id", "channel-id-a9f9e8a3-1ae3-4f2b-9a6f-4a1d8b2b8c11")
                .put("key", account.channelKey())
                .put("name", "카드")
                .put("pgProvider", "TOSSPAYMENTS")
                .put("pgMerchantId", "iamporttest_3");
    }

    private static JsonObject method(Attempt attempt) {
        Purchase purchase = attempt.purchase();
        if (purchase.isVirtualAccount()) {
            return virtualAccount(attempt.requestedAt());
        }
        return purchase.isEasyPay() ? kakaopay() : card();
    }

    private static JsonObject kakaopay() {
        return new JsonObject()
                .put("type", "PaymentMethodEasyPay")
                .put("provider", "KAKAOPAY")
                .put("easyPayMethod", new JsonObject().put("type", "PaymentMethodEasyPayMethodCharge"));
    }

    private static JsonObject virtualAccount(Instant issuedAt) {
        return new JsonObject()
                .put("type", "PaymentMethodVirtualAccount")
                .put("bank", "SHINHAN")
                .put("accountNumber", "56211105948400")
                .put("accountType", "NORMAL")
                .put("remitteeName", "주식회사 가맹점")
                .put("expiredAt", time(issuedAt.plus(ACCOUNT_OPEN_FOR)))
                .put("issuedAt", time(issuedAt));
    }

    private static JsonObject card() {
        JsonObject card = new JsonObject()
                .put("publisher", "BC_CARD")
                .put("issuer", "BC_CARD")
                .put("brand", "LOCAL")
                .put("type", "CREDIT")
                .put("ownerType", "PERSONAL")
                .put("bin", "123412")
                .put("name", "BC카드")
                .put("number", "123412******5678");
        return new JsonObject()
                .put("type", "PaymentMethodCard")
                .put("card", card)
                .put("approvalNumber", "30012345")
                .put("installment", new JsonObject().put("month", 0).put("isInterestFree", false))
                .put("pointUsed", false);
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

    private static JsonArray webhooks(List<Webhook> webhooks) {
        JsonArray list = new JsonArray();
        webhooks.forEach(webhook -> list.add(webhook(webhook)));
        return list;
    }

    static JsonObject webhook(Webhook webhook) {
        JsonObject json = new JsonObject()
                .put("paymentStatus", webhook.paymentStatus().name())
                .put("id", webhook.id())
                .put("status", webhook.status())
                .put("url", webhook.url())
                .put("isAsync", false)
                .put("currentExecutionCount", webhook.tries())
                .put("maxExecutionCount", webhook.maxTries())
                .put("triggeredAt", time(webhook.triggeredAt()));
        if (webhook.trigger() != null) {
            json.put("trigger", webhook.trigger());
        }
        if (webhook.requestedAt() != null) {
            json.put("request", request(webhook));
        }
        return webhook.receipt() == null ? json : json.put("response", response(webhook));
    }

    private static JsonObject request(Webhook webhook) {
        return new JsonObject()
                .put("header", new JsonObject().mergeIn(headers(webhook)).encode())
                .put("body", webhook.body())
                .put("requestedAt", time(webhook.requestedAt()));
    }

    private static JsonObject headers(Webhook webhook) {
        JsonObject headers = new JsonObject();
        webhook.headers().forEach(headers::put);
        return headers;
    }

    private static JsonObject response(Webhook webhook) {
        Receipt receipt = webhook.receipt();
        JsonObject json = new JsonObject().put("body", receipt.body()).put("respondedAt", time(webhook.respondedAt()));
        return receipt.status() == 0 ? json : json.put("code", Integer.toString(receipt.status()));
    }

    private static String time(Instant instant) {
        return instant.toString();
    }
}
