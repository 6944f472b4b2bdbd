package io.sirenorder.e2e;

import org.junit.jupiter.api.Test;

/** The rehearsal of an outage of Redis. */
class DrillTest {
    private static final int MOST_MINUTES = 3;

    /** As long as tills are remembered: {@code siren.presence.remember-for}. */
    @Test
    void all_orders_paid_in_45_seconds_without_redis_reach_the_till_when_another_redis_takes_its_place()
            throws Exception {
        new Rehearsal(Stack.running().state(), MOST_MINUTES).passes("redis", "--seconds", "45");
    }
}
