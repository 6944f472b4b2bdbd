package io.sirenorder.feed.idempotency;

import java.util.UUID;

/** One request's hold on a key. */
record Claim(String actor, String key, String fingerprint, UUID id) {}
