package io.sirenorder.contracts.coupon;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Tender;

/** The reward of a finished order: granted by coupon-service, told to the buyer by store-service. */
public record Loyalty(long points, long stamps) {
    public static final Loyalty NONE = new Loyalty(0, 0);
    private static final long WON_PER_POINT = 1_000;

    /** One stamp and a point per 1,000 won paid, at least one; nothing for what a coupon or points alone paid. */
    public static Loyalty earnedBy(OrderView order) {
        return order.tender() == Tender.CARD ? earnedBy(order.amountKrw()) : NONE;
    }

    private static Loyalty earnedBy(Krw paid) {
        return new Loyalty(Math.max(1, paid.won() / WON_PER_POINT), 1);
    }
}
