package io.sirenorder.payment.portone.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.payment.portone.PaymentState;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import java.math.BigDecimal;
import java.time.Instant;

/** Reads V1's payments: a partial cancel is {@code cancelled} too, and what has not happened is 0 or null. */
public final class V1Payments {
    private V1Payments() {}

    public static PortOnePayment read(String account, JsonNode json) {
        BigDecimal total = money(json.path("amount"));
        BigDecimal cancelled = money(json.path("cancel_amount"));
        return new PortOnePayment(
                PortOneVersion.V1,
                account,
                json.path("merchant_uid").asText(),
                json.path("imp_uid").asText(),
                state(json.path("status").asText(), total, cancelled),
                total,
                cancelled,
                false,
                json.path("currency").asText(),
                !json.path("sandbox").asBoolean(false),
                null,
                json.path("pg_id").asText(null),
                null,
                json.path("custom_data").asText(null),
                json.path("buyer_email").asText(null),
                time(json.path("paid_at").asLong(0)));
    }

    private static PaymentState state(String status, BigDecimal total, BigDecimal cancelled) {
        return switch (status) {
            case "paid" -> PaymentState.PAID;
            case "failed" -> PaymentState.FAILED;
            case "cancelled" ->
                cancelled.compareTo(total) >= 0 ? PaymentState.CANCELLED : PaymentState.PARTLY_CANCELLED;
            default -> PaymentState.WAITING;
        };
    }

    private static BigDecimal money(JsonNode number) {
        return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
    }

    private static Instant time(long seconds) {
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }
}
