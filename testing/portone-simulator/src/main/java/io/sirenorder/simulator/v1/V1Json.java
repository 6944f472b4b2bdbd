package io.sirenorder.simulator.v1;

import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Cancellation;
import io.sirenorder.simulator.payment.PaymentStatus;
import io.sirenorder.simulator.payment.Purchase;
import io.sirenorder.simulator.web.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Payments in V1's shape: snake case, unix seconds, 0 for a time that has not come and null for a text that is not there. */
final class V1Json {
    private static final Duration ACCOUNT_OPEN_FOR = Duration.ofDays(1);

    private V1Json() {}

    static Answer envelope(int status, int code, String message, Object response) {
        return Answer.json(
                status,
                new JsonObject().put("code", code).put("message", message).put("response", response));
    }

    static Answer ok(Object response) {
        return envelope(200, 0, null, response);
    }

    static JsonObject payment(Attempt attempt) {
        JsonObject json = new JsonObject();
        amounts(json, attempt);
        buyer(json, attempt.purchase());
        card(json, attempt);
        account(json, attempt);
        cancels(json, attempt);
        times(json, attempt);
        return json;
    }

    private static void amounts(JsonObject json, Attempt attempt) {
        Purchase purchase = attempt.purchase();
        boolean kakao = purchase.isEasyPay();
        json.put("imp_uid", attempt.transactionId())
                .put("merchant_uid", attempt.paymentId())
                .put("status", attempt.status().v1())
                .put("amount", purchase.amount())
                .put("cancel_amount", attempt.cancelled())
                .put("currency", purchase.currency())
                .put("name", purchase.orderName())
                .put("custom_data", purchase.customData())
                .put("sandbox", purchase.test())
                .put("pay_method", kakao ? "point" : purchase.method())
                .put("pg_provider", kakao ? "kakaopay" : "html5_inicis")
                .put("pg_id", kakao ? "TC0ONETIME" : "INIpayTest")
                .put("pg_tid", pgTid(attempt))
                .put("emb_pg_provider", null)
                .put("escrow", false)
                .put("channel", "mobile")
                .put("cash_receipt_issued", false)
                .put("customer_uid", null)
                .put("customer_uid_usage", null)
                .put("user_agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X)")
                .put("receipt_url", attempt.status().wasPaid() ? receiptUrl(attempt) : null);
    }

    private static void buyer(JsonObject json, Purchase purchase) {
        json.put("buyer_name", "홍길동")
                .put("buyer_email", purchase.buyerEmail())
                .put("buyer_tel", "010-1234-5678")
                .put("buyer_addr", purchase.isEasyPay() ? null : "매장수령")
                .put("buyer_postcode", purchase.isEasyPay() ? null : "00000");
    }

    private static void card(JsonObject json, Attempt attempt) {
        Purchase purchase = attempt.purchase();
        boolean card = !purchase.isEasyPay() && !purchase.isVirtualAccount();
        String approval = purchase.isEasyPay() ? "" : null;
        json.put("apply_num", card && attempt.status().wasPaid() ? "30012345" : approval)
                .put("card_code", card ? "361" : null)
                .put("card_name", card ? "BC카드" : null)
                .put("card_number", card ? "123412******5678" : null)
                .put("card_quota", 0)
                .put("card_type", card ? 0 : null)
                .put("card_issuer_code", null)
                .put("card_issuer_name", null)
                .put("card_publisher_code", null)
                .put("card_publisher_name", null)
                .put("bank_code", null)
                .put("bank_name", null);
    }

    private static void account(JsonObject json, Attempt attempt) {
        boolean issued = attempt.purchase().isVirtualAccount() && attempt.status() != PaymentStatus.READY;
        json.put("vbank_code", issued ? "088" : null)
                .put("vbank_name", issued ? "신한은행" : null)
                .put("vbank_num", issued ? "56211105948400" : null)
                .put("vbank_holder", issued ? "주식회사 가맹점" : null)
                .put("vbank_date", issued ? seconds(attempt.requestedAt().plus(ACCOUNT_OPEN_FOR)) : 0)
                .put("vbank_issued_at", issued ? seconds(attempt.requestedAt()) : 0);
    }

    private static void cancels(JsonObject json, Attempt attempt) {
        List<Cancellation> done =
                attempt.cancellations().stream().filter(Cancellation::succeeded).toList();
        JsonArray history = new JsonArray();
        JsonArray receipts = new JsonArray();
        done.forEach(cancel -> history.add(cancel(cancel, attempt)));
        done.forEach(cancel -> receipts.add(receiptUrl(attempt)));
        json.put("cancel_history", history)
                .put("cancel_receipt_urls", receipts)
                .put(
                        "cancel_reason",
                        done.isEmpty() ? null : done.get(done.size() - 1).reason());
    }

    private static JsonObject cancel(Cancellation cancellation, Attempt attempt) {
        return new JsonObject()
                .put("pg_tid", pgTid(attempt))
                .put("amount", cancellation.amount())
                .put("cancelled_at", seconds(cancellation.endedAt()))
                .put("reason", cancellation.reason())
                .put("receipt_url", receiptUrl(attempt))
                .put("cancellation_id", cancellation.id());
    }

    private static void times(JsonObject json, Attempt attempt) {
        boolean cancelled = attempt.cancelled() > 0;
        boolean failed = attempt.status() == PaymentStatus.FAILED;
        json.put("started_at", seconds(attempt.requestedAt()))
                .put("paid_at", attempt.paidAt() == null ? 0 : seconds(attempt.paidAt()))
                .put("failed_at", failed ? seconds(attempt.changedAt()) : 0)
                .put("fail_reason", failed ? attempt.failReason() : null)
                .put("cancelled_at", cancelled ? seconds(attempt.changedAt()) : 0);
    }

    private static long seconds(Instant instant) {
        return instant.getEpochSecond();
    }

    private static String pgTid(Attempt attempt) {
        return "StdpayCARDINIpayTest" + attempt.transactionId().substring("imp_".length());
    }

    private static String receiptUrl(Attempt attempt) {
        return "https://receipts.example.com/" + attempt.transactionId();
    }
}
