package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Tender;

/** Points and stamps that a finished order earns: granted by coupon-service, told to the buyer by store-service. */
public record Loyalty(long points, long stamps) {
    public static final Loyalty NONE = new Loyalty(0, 0);
    private static final long WON_PER_POINT = 1_000;

    /** The least amount paid by card for which an order earns a stamp. */
    public static final Krw LEAST_FOR_STAMP = Krw.of(2_000);

    /** A point per full 1,000 won paid by card, and a stamp from {@link #LEAST_FOR_STAMP} on; nothing for what a coupon pays. */
    public static Loyalty earnedBy(OrderView order) {
        return order.tender() == Tender.CARD ? earnedBy(order.amountKrw()) : NONE;
    }

    private static Loyalty earnedBy(Krw paid) {
        return new Loyalty(paid.won() / WON_PER_POINT, paid.compareTo(LEAST_FOR_STAMP) < 0 ? 0 : 1);
    }
}
