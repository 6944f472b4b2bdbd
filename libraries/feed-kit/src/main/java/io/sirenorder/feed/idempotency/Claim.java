package io.sirenorder.feed.idempotency;

import java.util.UUID;

/** The claim of one request on a key. */
record Claim(String actor, String key, String fingerprint, UUID id) {}
