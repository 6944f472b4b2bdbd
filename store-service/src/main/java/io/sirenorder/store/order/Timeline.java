package io.sirenorder.store.order;

import java.time.Instant;
import java.util.List;

/**
 * The steps of an order with their hashes.
 *
 * @param intact whether each hash is that of its step and of all before it
 */
record Timeline(List<Entry> entries, boolean intact) {

    /**
     * A step.
     *
     * @param hash SHA-256 in hexadecimal; null in steps from before hashes were kept
     */
    record Entry(String step, String actor, String reason, Instant at, String hash) {}
}
