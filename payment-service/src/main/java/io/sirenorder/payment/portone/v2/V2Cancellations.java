package io.sirenorder.payment.portone.v2;

import io.sirenorder.payment.portone.CancelAnswer;
import io.sirenorder.payment.portone.CancelAnswer.Kind;
import io.sirenorder.payment.portone.PortOneAnswer;
import java.util.Set;

/** Reads V2's answers to a cancellation: a 200 alone is not a refund. */
public final class V2Cancellations {
    /** The look-up knows more than the request did. */
    private static final Set<String> LOOK_AGAIN =
            Set.of("PAYMENT_ALREADY_CANCELLED", "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN");
    /** Refusals that a repetition does not change, as the payment stands. */
    private static final Set<String> FOR_GOOD = Set.of(
            "INVALID_REQUEST",
            "PAYMENT_NOT_PAID",
            "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT",
            "SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT",
            "CANCEL_TAX_AMOUNT_EXCEEDS_CANCELLABLE_TAX_AMOUNT",
            "CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT",
            "NEGATIVE_PROMOTION_ADJUSTED_CANCEL_AMOUNT",
            "PROMOTION_DISCOUNT_RETAIN_OPTION_SHOULD_NOT_BE_CHANGED",
            "MAX_CANCEL_COUNT_REACHED");

    private V2Cancellations() {}

    public static CancelAnswer read(PortOneAnswer answer) {
        if (answer.isOk()) {
            return succeeded(answer.body().path("cancellation").path("status").asText());
        }
        String type = answer.type();
        if (LOOK_AGAIN.contains(type)) {
            return new CancelAnswer(Kind.LOOK_AGAIN, type);
        }
        if ("IDEMPOTENCY_OUTSTANDING_REQUEST".equals(type)) {
            return new CancelAnswer(Kind.IN_FLIGHT, type);
        }
        if (FOR_GOOD.contains(type)) {
            return new CancelAnswer(Kind.REFUSED_FOR_GOOD, type);
        }
        if ("PG_PROVIDER".equals(type)) {
            return new CancelAnswer(
                    Kind.REFUSED, type + " " + answer.body().path("pgCode").asText());
        }
        throw answer.unclear("cancellation");
    }

    private static CancelAnswer succeeded(String status) {
        return switch (status) {
            case "SUCCEEDED" -> CancelAnswer.done();
            case "FAILED" -> new CancelAnswer(Kind.REFUSED, "cancellation FAILED");
            default -> new CancelAnswer(Kind.LOOK_AGAIN, "cancellation " + status);
        };
    }
}
