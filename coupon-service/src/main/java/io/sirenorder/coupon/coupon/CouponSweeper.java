package io.sirenorder.coupon.coupon;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Tells holders that a coupon is about to end, and ends what has ended; by the database's clock, on any replica. */
@ApplicationScoped
class CouponSweeper {
    private static final int BATCH = 100;

    private final Sweep sweep;

    CouponSweeper(Sweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(every = "${siren.coupons.sweep-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sweep.remind().chain(sweep::expire).replaceWithVoid();
    }

    /** One transaction for each batch. */
    @ApplicationScoped
    @WithTransaction
    static class Sweep {
        private final Coupons coupons;
        private final CouponDesk desk;

        Sweep(Coupons coupons, CouponDesk desk) {
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
            return Multi.createFrom()
                    .iterable(claimed)
                    .onItem()
                    .transformToUniAndConcatenate(change::apply)
                    .collect()
                    .asList()
                    .map(List::size);
        }
    }
}
