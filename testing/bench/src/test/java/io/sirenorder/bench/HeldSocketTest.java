package io.sirenorder.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldSocketTest {
    @Test
    void the_time_of_making_is_read_with_and_without_a_position() {
        assertThat(HeldSocket.madeAt("{\"t\":\"order.status\",\"id\":\"1\",\"ts\":1795328911139,\"d\":{}}"))
                .isEqualTo(1795328911139L);
        assertThat(HeldSocket.madeAt("{\"pos\":\"1-0\",\"t\":\"order.status\",\"id\":\"1\",\"ts\":7,\"d\":{}}"))
                .isEqualTo(7);
    }
}
