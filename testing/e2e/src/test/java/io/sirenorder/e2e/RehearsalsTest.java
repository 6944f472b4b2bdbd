package io.sirenorder.e2e;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operators' rehearsals, one after the other on a stack without other traffic: a restore would forget the orders that stories
 * leave behind, and no merchant would decide them again. The one that leaves most behind is the last. They begin first, since they
 * take longest.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RehearsalsTest {
    /** Kills Redis, freezes and kills payment-service, kills PostgreSQL, fills its disk and loses webhooks. */
    private static final String SEED = System.getProperty("siren.seed", "279799");

    private static final int FAULTS_MINUTES = 2;

    @ParameterizedTest
    @ValueSource(strings = {"store", "payment", "coupon", "merchant"})
    @Order(1)
    void a_service_restored_to_an_earlier_copy_under_load_loses_no_payment(String service) throws Exception {
        new Rehearsal("restore-" + service, 5).passes("drill", "restore", "--service", service, "--orders", "4");
    }

    @Test
    @Order(2)
    void a_primary_lost_under_load_forgets_nothing_that_its_promoted_standby_confirmed() throws Exception {
        new Rehearsal("failover", 5).passes("drill", "failover", "--orders", "4");
    }

    /** Tills are remembered for 45 seconds: {@code siren.presence.remember-for}. */
    @Test
    @Order(3)
    void all_orders_paid_in_45_seconds_without_redis_reach_the_till_when_another_redis_takes_its_place()
            throws Exception {
        new Rehearsal("redis", 3).passes("drill", "redis", "--seconds", "45");
    }

    /** The faults come in the order of a seed, which {@code -Dsiren.seed=N} sets; the time beyond them is for settling. */
    @Test
    @Order(4)
    void after_two_minutes_of_faults_nothing_is_lost_doubled_or_left_over() throws Exception {
        new Rehearsal("chaos", FAULTS_MINUTES + 6)
                .passes("chaos", "--seed", SEED, "--minutes", Integer.toString(FAULTS_MINUTES));
    }
}
