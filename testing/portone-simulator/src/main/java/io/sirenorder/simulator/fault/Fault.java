package io.sirenorder.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be made to go wrong; the wire name is the kebab-case of the constant. */
public enum Fault {
    DELAY(Scope.CALL),
    DELAY_ANSWER(Scope.CALL),
    DROP_REQUEST(Scope.CALL),
    DROP_RESPONSE(Scope.CALL),
    DOWN(Scope.CALL),
    ERROR(Scope.CALL),
    ERROR_AFTER(Scope.CALL),
    UNAUTHORIZED(Scope.CALL),
    NOT_FOUND(Scope.CALL),
    OUTSTANDING(Scope.CALL),
    EXTRA_FIELDS(Scope.CALL),
    GARBLED(Scope.CALL),
    PG_ERROR(Scope.CALL),
    CANCEL_REQUESTED(Scope.CALL),
    CANCEL_FAILED(Scope.CALL),

    AMOUNT_DIFFERS(Scope.PAYMENT),
    CURRENCY_DIFFERS(Scope.PAYMENT),
    TEST_CHANNEL(Scope.PAYMENT),
    CUSTOM_DATA_NULL(Scope.PAYMENT),
    CUSTOM_DATA_GARBAGE(Scope.PAYMENT),
    CUSTOM_DATA_DOUBLE_ENCODED(Scope.PAYMENT),
    OTHER_MERCHANT(Scope.PAYMENT),
    REFUSE_OTHER_AMOUNT(Scope.PAYMENT),
    PAYMENT_FAILS(Scope.PAYMENT),
    PAID_AFTER_FAILED(Scope.PAYMENT),
    VIRTUAL_ACCOUNT(Scope.PAYMENT),
    PAY_PENDING(Scope.PAYMENT),
    NEVER_PAID(Scope.PAYMENT),

    WEBHOOK_NEVER(Scope.WEBHOOK),
    WEBHOOK_DELAY(Scope.WEBHOOK),
    WEBHOOK_DUPLICATE(Scope.WEBHOOK),
    WEBHOOK_REORDER(Scope.WEBHOOK),
    WEBHOOK_BEFORE_REDIRECT(Scope.WEBHOOK),
    WEBHOOK_UNSIGNED(Scope.WEBHOOK),
    WEBHOOK_WRONG_KEY(Scope.WEBHOOK),
    WEBHOOK_STALE(Scope.WEBHOOK),
    WEBHOOK_REPLAYED(Scope.WEBHOOK),
    WEBHOOK_UNKNOWN_TYPE(Scope.WEBHOOK),
    WEBHOOK_EXTRA_FIELDS(Scope.WEBHOOK);

    /** The place that a fault strikes: a call to PortOne, a purchase, or a webhook. */
    public enum Scope {
        CALL,
        PAYMENT,
        WEBHOOK
    }

    private final Scope scope;

    Fault(Scope scope) {
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> named(String wireName) {
        return Arrays.stream(values())
                .filter(f -> f.wireName().equals(wireName))
                .findFirst();
    }
}
