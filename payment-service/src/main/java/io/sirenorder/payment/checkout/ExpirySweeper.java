package io.sirenorder.payment.checkout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Expires checkouts that were not paid in time. */
@ApplicationScoped
class ExpirySweeper {
    private final CheckoutDesk desk;

    ExpirySweeper(CheckoutDesk desk) {
        this.desk = desk;
    }

    @Scheduled(every = "${siren.checkout.sweep:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return desk.expireOverdue().replaceWithVoid();
    }
}
