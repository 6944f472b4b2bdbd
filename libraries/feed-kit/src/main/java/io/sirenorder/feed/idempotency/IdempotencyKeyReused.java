package io.sirenorder.feed.idempotency;

import io.sirenorder.kit.problem.Problem;

/** The key already stands for another request of this caller. */
public class IdempotencyKeyReused extends Problem {
    public IdempotencyKeyReused() {
        super(422);
    }
}
