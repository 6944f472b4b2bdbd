package io.sirenorder.payment.checkout;

import io.sirenorder.feed.background.Sweep;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Expires checkouts that were not paid in time. */
@ApplicationScoped
class ExpirySweeper implements Sweep {
    private final CheckoutDesk desk;
    private final CheckoutConfig config;

    ExpirySweeper(CheckoutDesk desk, CheckoutConfig config) {
        this.desk = desk;
        this.config = config;
    }

    @Override
    public String name() {
        return "the expiry of checkouts";
    }

    @Override
    public String due() {
        return """
                EXISTS (SELECT FROM checkouts WHERE status = 'OPEN' AND expires_at < now() - interval '%d milliseconds')""".formatted(config.grace().toMillis());
    }

    @Override
    public Uni<Void> run() {
        return desk.expireOverdue().replaceWithVoid();
    }
}
