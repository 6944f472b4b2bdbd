package io.sirenorder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KoreanTimeTest {
    @Test
    void a_day_begins_at_three_in_the_afternoon_of_the_universal_time_before() {
        assertThat(KoreanTime.dateOf(Instant.parse("2026-03-01T14:59:59.999999Z")))
                .isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(KoreanTime.dateOf(Instant.parse("2026-03-01T15:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 2));
    }
}
