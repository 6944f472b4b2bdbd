package io.sirenorder.coupon.gift;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.sirenorder.feed.background.Sweep;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Expires the gifts that were not used in time, coupon and money together; by the database's clock, on any replica. */
@ApplicationScoped
class GiftSweeper implements Sweep {
    private static final int BATCH = 100;

    private final CouponDesk coupons;
    private final GiftDesk desk;

    GiftSweeper(CouponDesk coupons, GiftDesk desk) {
        this.coupons = coupons;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "the expiry of gifts";
    }

    @Override
    public String due() {
        return """
                EXISTS (SELECT FROM coupons WHERE status = 'REGISTERED' AND origin = 'GIFT' AND expires_at <= now())""";
    }

    @WithTransaction
    @Override
    public Uni<Void> run() {
        return coupons.giftsOver(BATCH).chain(over -> InOrder.each(over, desk::expire));
    }
}
