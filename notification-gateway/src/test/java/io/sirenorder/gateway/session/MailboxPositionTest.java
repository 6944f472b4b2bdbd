package io.sirenorder.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailboxPositionTest {
    @Test
    void what_is_written_is_read_again() {
        for (String text : List.of("1795328911139-0", "0-1", "e1795328911139")) {
            assertThat(MailboxPosition.parse(text)).hasToString("Optional[" + text + "]");
        }
    }

    @Test
    void what_is_no_position_is_none() {
        for (String text : List.of("", "-", "1", "1-", "-1-0", "1-0 ", "1_0", "e", "e1-0", "1234567890123456789-0")) {
            assertThat(MailboxPosition.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void entries_come_in_the_order_of_their_numbers_and_after_every_emptiness() {
        List<String> sorted = Stream.of("10-0", "9-10", "9-9", "e99", "e5")
                .map(text -> MailboxPosition.parse(text).orElseThrow())
                .sorted()
                .map(MailboxPosition::toString)
                .toList();
        assertThat(sorted).containsExactly("e5", "e99", "9-9", "9-10", "10-0");
    }

    @Test
    void a_stream_position_has_one_position_for_each_recipient_or_is_none() {
        assertThat(StreamPosition.parse("e", "1-0,2-0", 2))
                .map(StreamPosition::pos)
                .contains("1-0,2-0");
        assertThat(StreamPosition.parse("e", "1-0,2-0", 1)).isEmpty();
        assertThat(StreamPosition.parse("e", "1-0", 2)).isEmpty();
        assertThat(StreamPosition.parse("e", "1-0,x", 2)).isEmpty();
        assertThat(StreamPosition.parse("e", ",,,,,", 1)).isEmpty();
    }
}
