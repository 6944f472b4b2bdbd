package io.sirenorder.feed.bell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    @Test
    void says_how_far_whose_feed_reaches() {
        assertThat(Ring.parse("store 42")).contains(new Ring("store", 42, Set.of()));
        assertThat(new Ring("store", 42, Set.of())).hasToString("store 42");
    }

    @Test
    void says_what_came_last() {
        Ring ring = new Ring("store", 42, Set.of("order.refund-changed", "order.placed"));

        assertThat(ring).hasToString("store 42 order.placed,order.refund-changed");
        assertThat(Ring.parse(ring.toString())).contains(ring);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "store",
                "store -1",
                "store 99999999999999999999",
                "store 1 2",
                "store 1 ",
                "store 1 A",
                "store 1 a b",
                "STORE 1",
                "store 1\n"
            })
    void nonsense_is_not_heard(String text) {
        assertThat(Ring.parse(text)).isEmpty();
    }
}
