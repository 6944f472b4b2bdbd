package io.sirenorder.e2e;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The rehearsal of recovery: {@code ./siren drill recovery}, alone on the quiet stack, since it is timed. */
@Isolated
class RecoveryTest {

    /** Kills each program, all of them at once, Redis and PostgreSQL, and freezes store-service, all under load. */
    @Test
    void after_each_fault_orders_and_gifts_arrive_in_time_again_and_nothing_is_lost_or_doubled() throws Exception {
        new Rehearsal("recovery", 15).passes("drill", "recovery", "--seconds", "20");
    }
}
