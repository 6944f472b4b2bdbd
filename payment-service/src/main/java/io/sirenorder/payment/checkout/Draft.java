package io.sirenorder.payment.checkout;

import io.sirenorder.contracts.payment.GiftDraft;
import io.sirenorder.contracts.payment.OrderDraft;

/** The priced order or gift of a checkout; neither where a payment's custom data could not be read. */
public record Draft(OrderDraft order, GiftDraft gift) {
    public static final Draft NOTHING = new Draft(null, null);

    static Draft of(OrderDraft order) {
        return new Draft(order, null);
    }

    static Draft of(GiftDraft gift) {
        return new Draft(null, gift);
    }
}
