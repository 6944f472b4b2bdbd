package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimit limit = new RateLimit(20, 40, 0);

    @Test
    void a_burst_is_admitted_and_no_more_than_that() {
        assertThat(admittedOf(100, 0)).isEqualTo(40);
    }

    @Test
    void in_the_long_run_the_rate_holds() {
        admittedOf(100, 0);
        assertThat(admittedOf(100, SECOND)).isEqualTo(20);
        assertThat(admittedOf(100, 3 * SECOND)).isEqualTo(40);
    }

    @Test
    void rest_does_not_save_up_more_than_a_burst() {
        assertThat(admittedOf(100, 1_000 * SECOND)).isEqualTo(40);
    }

    private long admittedOf(int messages, long nanoTime) {
        return IntStream.range(0, messages).filter(i -> limit.admits(nanoTime)).count();
    }
}
