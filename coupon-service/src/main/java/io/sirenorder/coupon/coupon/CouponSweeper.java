package io.sirenorder.coupon.coupon;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.feed.background.Sweep;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Tells holders that a coupon is about to end, and ends what has ended; by the database's clock, on any replica. */
@ApplicationScoped
class CouponSweeper implements Sweep {
    private static final int BATCH = 100;

    private final Batches batches;

    CouponSweeper(Batches batches) {
        this.batches = batches;
    }

    @Override
    public String name() {
        return "the expiry of coupons";
    }

    @Override
    public String due() {
        return """
                EXISTS (SELECT FROM coupons WHERE status = 'REGISTERED' AND notice_at <= now())
                OR EXISTS (SELECT FROM coupons WHERE status IN ('PUBLISHED', 'REGISTERED') AND origin <> 'GIFT'
                           AND expires_at <= now())""";
    }

    @Override
    public Uni<Void> run() {
        return batches.remind().chain(batches::expire).replaceWithVoid();
    }

    /** One transaction for each batch. */
    @ApplicationScoped
    @WithTransaction
    static class Batches {
        private final Coupons coupons;
        private final CouponDesk desk;

        Batches(Coupons coupons, CouponDesk desk) {
            this.coupons = coupons;
            this.desk = desk;
        }

        Uni<Integer> remind() {
            return coupons.dueForNotice(BATCH).chain(due -> each(due, desk::remind));
        }

        Uni<Integer> expire() {
            return coupons.over(BATCH).chain(over -> each(over, desk::expire));
        }

        private static Uni<Integer> each(List<Coupon> claimed, Function<Coupon, Uni<Coupon>> change) {
            return InOrder.map(claimed, change::apply).map(List::size);
        }
    }
}
