package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.coupon.CouponEvent.CouponUsed;
import io.sirenorder.feed.consumer.FeedListener;
import io.sirenorder.feed.consumer.Reactions;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes the origin of used coupons, which says who pays for a coupon order. */
@ApplicationScoped
class CouponEvents implements FeedListener {
    private final Ledger ledger;

    CouponEvents(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String producer() {
        return "coupon";
    }

    @Override
    public Reactions reactions() {
        return Reactions.none()
                .on(
                        CouponUsed.class,
                        used -> ledger.couponUsed(
                                used.orderId(), used.coupon().origin().name()));
    }
}
