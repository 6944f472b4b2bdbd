package io.sirenorder.feed.bell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BellMessageTest {
    @Test
    void says_how_far_whose_feed_reaches() {
        assertThat(BellMessage.parse("store 42")).contains(new BellMessage("store", 42, Set.of()));
        assertThat(new BellMessage("store", 42, Set.of())).hasToString("store 42");
    }

    @Test
    void says_what_came_last() {
        BellMessage ring = new BellMessage("store", 42, Set.of("order.refund-changed", "order.placed"));

        assertThat(ring).hasToString("store 42 order.placed,order.refund-changed");
        assertThat(BellMessage.parse(ring.toString())).contains(ring);
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
    void nonsense_is_ignored(String text) {
        assertThat(BellMessage.parse(text)).isEmpty();
    }
}
