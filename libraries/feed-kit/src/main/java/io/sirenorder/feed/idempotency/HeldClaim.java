package io.sirenorder.feed.idempotency;

import java.util.concurrent.CompletableFuture;

/** A claim whose lease is renewed until its request has ended. */
record HeldClaim(Claim claim, CompletableFuture<Void> ended) {
    HeldClaim(Claim claim) {
        this(claim, new CompletableFuture<>());
    }

    void end() {
        ended.complete(null);
    }
}
