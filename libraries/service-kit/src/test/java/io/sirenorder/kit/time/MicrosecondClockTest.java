package io.sirenorder.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {
    private static final Instant FINE = Instant.parse("2026-03-02T03:00:00.123456789Z");

    private final Clock clock = new MicrosecondClock(Clock.fixed(FINE, ZoneOffset.UTC));

    @Test
    void a_time_is_cut_to_what_a_database_keeps() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T03:00:00.123456Z"));
        assertThat(clock.millis()).isEqualTo(FINE.toEpochMilli());
    }

    @Test
    void a_zone_changes_no_instant() {
        Clock korea = clock.withZone(ZoneId.of("Asia/Seoul"));
        assertThat(korea.getZone()).isEqualTo(ZoneId.of("Asia/Seoul"));
        assertThat(korea.instant()).isEqualTo(clock.instant());
    }
}
