package io.sirenorder.feed.bell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    @Test
    void says_how_far_whose_feed_reaches() {
        assertThat(Ring.parse("store 42")).contains(new Ring("store", 42));
        assertThat(new Ring("store", 42)).hasToString("store 42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "store", "store -1", "store 99999999999999999999", "store 1 2", "STORE 1", "store 1\n"})
    void nonsense_is_not_heard(String text) {
        assertThat(Ring.parse(text)).isEmpty();
    }
}
