package io.sirenorder.coupon.gift;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the gifts that nobody used in time, coupon and money together; by the database's clock, on any replica. */
@ApplicationScoped
class GiftSweeper {
    private static final int BATCH = 100;

    private final CouponDesk coupons;
    private final GiftDesk desk;

    GiftSweeper(CouponDesk coupons, GiftDesk desk) {
        this.coupons = coupons;
        this.desk = desk;
    }

    @Scheduled(every = "${siren.coupons.sweep-every:2s}", concurrentExecution = ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> sweep() {
        return coupons.giftsOver(BATCH)
                .chain(over -> Multi.createFrom()
                        .iterable(over)
                        .onItem()
                        .transformToUniAndConcatenate(desk::expire)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
