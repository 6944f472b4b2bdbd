package io.sirenorder.payment.checkout;

/** Whether we promised something before it was paid, or somebody paid without asking us. */
public enum Origin {
    PROMISE,
    WALK_IN
}
