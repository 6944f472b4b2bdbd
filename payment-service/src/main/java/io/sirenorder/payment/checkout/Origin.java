package io.sirenorder.payment.checkout;

/** The origin of a checkout: opened by a buyer, or made for a payment that had none. */
public enum Origin {
    PROMISE,
    WALK_IN
}
