package io.sirenorder.feed.idempotency;

import io.sirenorder.feed.background.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Renews the leases of claims while their requests are worked on, so that the key of a replica that died is free within seconds.
 * A request that never ends, its caller gone say, keeps its key no longer than any request lives.
 */
@Singleton
class ClaimRenewals {
    private static final Logger LOG = Logger.getLogger(ClaimRenewals.class);

    private final IdempotencyKeys keys;
    private final IdempotencyConfig config;
    private final Lease lease;

    ClaimRenewals(Vertx vertx, IdempotencyKeys keys, IdempotencyConfig config) {
        this.keys = keys;
        this.config = config;
        this.lease = new Lease(vertx, config.lease());
    }

    /** Renews from now on, until the claim ends. */
    HeldClaim begin(Claim claim) {
        HeldClaim held = new HeldClaim(claim);
        lease.hold(() -> keys.renew(claim), () -> untilEnded(held))
                .subscribe()
                .with(ended -> {}, failure -> LOG.warnf("a claim is not renewed: %s", failure));
        return held;
    }

    private Uni<Void> untilEnded(HeldClaim held) {
        return Uni.createFrom()
                .completionStage(held.ended())
                .ifNoItem()
                .after(config.longestRequest())
                .recoverWithUni(Uni.createFrom().voidItem());
    }
}
