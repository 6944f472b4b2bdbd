package io.sirenorder.payment.portone.v2;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.time.Moments;
import io.sirenorder.payment.portone.PaymentState;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.StreamSupport;

/** Reads V2's payments; fields and states that we don't know are no error. */
public final class V2Payments {
    private V2Payments() {}

    public static PortOnePayment read(String account, JsonNode json) {
        JsonNode amount = json.path("amount");
        return new PortOnePayment(
                PortOneVersion.V2,
                account,
                json.path("id").asText(),
                json.path("transactionId").asText(),
                state(json.path("status").asText()),
                money(amount.path("total")),
                money(amount.path("cancelled")),
                isCancelPending(json.path("cancellations")),
                json.path("currency").asText(),
                "LIVE".equals(json.path("channel").path("type").asText()),
                json.path("storeId").asText(),
                json.path("channel").path("pgMerchantId").asText(null),
                json.path("customer").path("id").asText(null),
                json.path("customData").asText(null),
                json.path("customer").path("email").asText(null),
                time(json.path("paidAt").asText(null)));
    }

    private static PaymentState state(String status) {
        return switch (status) {
            case "PAID" -> PaymentState.PAID;
            case "FAILED" -> PaymentState.FAILED;
            case "PARTIAL_CANCELLED" -> PaymentState.PARTLY_CANCELLED;
            case "CANCELLED" -> PaymentState.CANCELLED;
            default -> PaymentState.WAITING;
        };
    }

    private static boolean isCancelPending(JsonNode cancellations) {
        return StreamSupport.stream(cancellations.spliterator(), false)
                .anyMatch(each -> "REQUESTED".equals(each.path("status").asText()));
    }

    private static BigDecimal money(JsonNode number) {
        return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : Moments.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
