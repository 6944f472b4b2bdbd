package io.sirenorder.store.storefront;

import io.sirenorder.kit.problem.TooManyRequests;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** Limit of how often a merchant opens, closes, pauses or resumes a store or changes its busy time: buyers and services are told of each. */
@Embeddable
class SwitchLimit {
    static final int MOST = 20;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    /** Number of switches since then. */
    private int switches;

    private Instant switchesSince;

    /** Counts one more; {@link TooManyRequests} where there were too many within a minute. */
    void count(Instant at) {
        Instant free = switchesSince == null ? at : switchesSince.plus(WITHIN);
        if (!free.isAfter(at)) {
            switchesSince = at;
            switches = 0;
        }
        if (switches >= MOST) {
            throw new TooManyRequests(Duration.between(at, free).plusMillis(999));
        }
        switches++;
    }
}
