package io.sirenorder.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private final Latency latency = new Latency("some");

    @Test
    void percentiles_are_in_milliseconds() {
        for (int millis = 1; millis <= 100; millis++) {
            latency.record(Duration.ofMillis(millis).toNanos());
        }
        assertThat(latency.millisAt(50)).isCloseTo(50, within(0.5));
        assertThat(latency.millisAt(99)).isCloseTo(99, within(0.5));
        assertThat(latency.line()).contains("n    100");
    }

    @Test
    void what_never_ended_counts_as_the_longest() {
        latency.record(Long.MAX_VALUE);
        assertThat(latency.millisAt(50)).isGreaterThanOrEqualTo(299_000);
    }
}
