package io.sirenorder.store.order;

/** Role that changed an order; never a person's id. */
enum Actor {
    BUYER,
    MERCHANT,
    CLOCK,
    PAYMENT
}
