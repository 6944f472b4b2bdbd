package io.sirenorder.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineLimitsTest {
    @Test
    void more_connections_than_an_address_has_ports_need_further_addresses() {
        MachineLimits limits = new MachineLimits(1_000_000, 28_232);

        assertThat(limits.addressesFor(28_231)).isEqualTo(1);
        assertThat(limits.addressesFor(30_000)).isEqualTo(2);
        assertThat(limits.addressesFor(60_000)).isEqualTo(3);
    }

    @Test
    void the_limits_of_a_running_process_are_read() {
        MachineLimits limits = MachineLimits.of(ProcessHandle.current().pid());

        assertThat(limits.openFiles()).isPositive();
        assertThat(limits.localPorts()).isBetween(1, 65_536);
    }
}
