package io.sirenorder.feed.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.testkit.Eventually;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void end() {
        vertx.close();
    }

    @Test
    void the_first_call_runs_at_once_and_all_within_the_gap_are_one_more() {
        Throttle throttle = new Throttle(vertx, Duration.ofHours(1), runs::incrementAndGet);
        throttle.run();
        throttle.run();
        throttle.run();
        assertThat(runs).hasValue(1);
    }

    @Test
    void what_was_asked_for_within_the_gap_is_done_at_its_end() {
        Throttle throttle = new Throttle(vertx, Duration.ofMillis(20), runs::incrementAndGet);
        throttle.run();
        throttle.run();
        Eventually.within(Duration.ofSeconds(5)).that(() -> assertThat(runs).hasValue(2));
    }
}
