package io.sirenorder.contracts.store;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * A step in the life of an order.
 *
 * @param actor {@code buyer}, {@code merchant}, {@code clock} or {@code payment}; never a person's id
 */
public record TimelineEntry(
        String step, String actor, @Nullable String reason, Instant at) {}
