package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.payment.Refusal;
import io.sirenorder.simulator.web.Answer;
import io.vertx.core.json.JsonObject;

/** An error of the V2 API: its type and its HTTP status. */
final class V2Problem extends RuntimeException {
    private final int status;
    private final String type;

    V2Problem(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    Answer answer() {
        return Answer.json(status, new JsonObject().put("type", type).put("message", getMessage()));
    }

    static V2Problem invalid(String why) {
        return new V2Problem(400, "INVALID_REQUEST", why);
    }

    static V2Problem of(Refusal refusal) {
        return switch (refusal.why()) {
            case PAYMENT_NOT_FOUND -> notFound();
            case CANCELLATION_NOT_FOUND -> new V2Problem(404, "CANCELLATION_NOT_FOUND", "no such cancellation");
            case ALREADY_PAID -> new V2Problem(409, "ALREADY_PAID", "this payment id was paid before");
            case NOT_PAID, WRONG_STATE -> new V2Problem(409, "PAYMENT_NOT_PAID", "the payment is not paid");
            case ALREADY_CANCELLED -> new V2Problem(409, "PAYMENT_ALREADY_CANCELLED", "nothing is left to cancel");
            case BALANCE_DIFFERS ->
                new V2Problem(409, "CANCELLABLE_AMOUNT_CONSISTENCY_BROKEN", "currentCancellableAmount differs");
            case AMOUNT_EXCEEDS_BALANCE ->
                new V2Problem(409, "CANCEL_AMOUNT_EXCEEDS_CANCELLABLE_AMOUNT", "more than is left to cancel");
            case PARTS_EXCEED_AMOUNT ->
                new V2Problem(409, "SUM_OF_PARTS_EXCEEDS_CANCEL_AMOUNT", "tax-free and VAT parts exceed the amount");
            case TAX_FREE_EXCEEDS_BALANCE ->
                new V2Problem(
                        409, "CANCEL_TAX_FREE_AMOUNT_EXCEEDS_CANCELLABLE_TAX_FREE_AMOUNT", "nothing here is tax-free");
            case ALREADY_REGISTERED, NOT_REGISTERED, AMOUNT_IS_NOT_THE_REGISTERED_ONE, OTHER_VERSION, INVALID_AMOUNT ->
                invalid(refusal.getMessage());
        };
    }

    static V2Problem notFound() {
        return new V2Problem(404, "PAYMENT_NOT_FOUND", "no such payment");
    }
}
