package io.sirenorder.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsumptionTest {

    @Test
    void a_process_has_used_time_and_memory() {
        Consumption mine = Consumption.of(ProcessHandle.current().pid());
        assertThat(mine.cpuSeconds()).isPositive();
        assertThat(mine.residentMib()).isBetween(10L, 10_000L);
    }

    @Test
    void a_process_that_is_gone_uses_nothing() {
        assertThat(Consumption.of(999_999_999)).isEqualTo(new Consumption(0, 0));
    }
}
