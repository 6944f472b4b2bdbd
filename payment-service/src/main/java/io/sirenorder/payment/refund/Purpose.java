package io.sirenorder.payment.refund;

/** Why money goes back: once per checkout for each of these. */
public enum Purpose {
    REJECTED_PAYMENT,
    ENDED_ORDER,
    ENDED_GIFT
}
