package io.sirenorder.store.storefront;

import jakarta.annotation.Nullable;

/**
 * Accuracy of a store's promises over the last seven days.
 *
 * @param last7Days finished orders that had a promise
 * @param keptPercent of them ready in time; null without any
 * @param medianLateSeconds half of them were later than that after the end of their window; negative is early
 */
record PromiseFigures(
        int last7Days,
        @Nullable Integer keptPercent,
        @Nullable Long medianLateSeconds) {
    private static final int PERCENT = 100;

    static PromiseFigures of(Object[] row) {
        int all = ((Number) row[0]).intValue();
        return all == 0
                ? new PromiseFigures(0, null, null)
                : new PromiseFigures(
                        all,
                        (int) (((Number) row[1]).longValue() * PERCENT / all),
                        Math.round(((Number) row[2]).doubleValue()));
    }
}
