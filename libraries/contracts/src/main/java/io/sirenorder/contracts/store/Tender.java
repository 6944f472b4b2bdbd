package io.sirenorder.contracts.store;

/** What an order was paid with: money through PortOne, points alone, or a coupon. */
public enum Tender {
    CARD,
    POINTS,
    COUPON
}
