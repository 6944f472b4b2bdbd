package io.sirenorder.coupon.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends of periods of validity. */
class ValidityTest {
    private static final Instant NOON = Instant.parse("2024-02-29T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "P1D,2024-03-01T03:00:00Z",
        "PT3H,2024-02-29T06:00:00Z",
        "PT5S,2024-02-29T03:00:05Z",
        "P1Y,2025-02-28T03:00:00Z",
        "P1M,2024-03-29T03:00:00Z",
        "P2W,2024-03-14T03:00:00Z",
        "P1DT12H,2024-03-01T15:00:00Z"
    })
    void it_counts_days_and_years_as_people_do(String text, Instant end) {
        assertThat(Validity.parse(text).from(NOON)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 day",
                "P",
                "PT",
                "P0D",
                "PT0S",
                "P-1D",
                "PT-1H",
                "P1DT-30H",
                "P11Y",
                "P999999999Y",
                "PT99999999999999999999H",
                "P1D P1D"
            })
    void nonsense_nothing_negatives_and_ages_are_refused(String text) {
        assertThatThrownBy(() -> Validity.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_written_as_it_was_read() {
        for (String text : new String[] {"P1D", "PT3H", "P1Y", "P1DT12H"}) {
            assertThat(Validity.parse(text)).hasToString(text);
        }
    }
}
