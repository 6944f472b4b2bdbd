package io.sirenorder.contracts.store;

/** The means of payment of an order: money through PortOne, points alone, or a coupon. */
public enum Tender {
    CARD,
    POINTS,
    COUPON
}
