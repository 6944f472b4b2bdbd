package io.sirenorder.contracts.store;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * The window in which a store expects an order to be ready, fixed when it is quoted and never rewritten.
 *
 * @param readyFrom start of the window, a full minute
 * @param readyUntil end of the window, after {@code readyFrom}
 * @param ordersAhead orders that the kitchen makes first; null where it was not counted
 * @param minutes from the moment of the quote until {@code readyFrom}, rounded up; null where it was not counted
 */
public record Promise(
        Instant readyFrom,
        Instant readyUntil,
        @Nullable Integer ordersAhead,
        @Nullable Integer minutes) {}
