package io.sirenorder.store.order;

/** Who moved an order; never a person's id. */
enum Actor {
    BUYER,
    MERCHANT,
    CLOCK,
    PAYMENT
}
