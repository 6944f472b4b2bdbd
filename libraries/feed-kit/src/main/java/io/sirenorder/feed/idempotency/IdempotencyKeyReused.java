package io.sirenorder.feed.idempotency;

import io.sirenorder.kit.problem.Unprocessable;

/** The key already stands for another request of this caller. */
public class IdempotencyKeyReused extends Unprocessable {}
