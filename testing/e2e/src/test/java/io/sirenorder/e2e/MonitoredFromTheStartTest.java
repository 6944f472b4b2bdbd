package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Series of a stack on which nothing has happened yet: one that begins with its first event hides it from a rate. */
class MonitoredFromTheStartTest {

    @Test
    void every_series_that_alerts_and_panels_ask_for_is_there_before_anything_happens() {
        Set<String> asked = MeteredSeries.asked();
        MeteredSeries atStart = QuietStack.metersAtStart();

        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(asked)
                .allSatisfy(series -> assertThat(atStart.has(series)).as(series).isTrue());
    }
}
