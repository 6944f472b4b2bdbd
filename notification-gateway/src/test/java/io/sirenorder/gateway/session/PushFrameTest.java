package io.sirenorder.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.Recipient;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PushFrameTest {
    private static final Recipient BUYER = Recipient.fromString("buyer:0190a0a0-1234-7000-8000-0123456789ab");
    private static final MailboxPosition SEVENTH = new MailboxPosition(false, 1_795_000_000_000L, 7);
    private static final String FRAME = "{\"t\":\"order.status\",\"ts\":12,\"d\":{\"storeName\":\"사이렌 강남점\"}}";

    @Test
    void the_position_stands_before_the_bytes_that_the_service_wrote() {
        Push push = push("header " + FRAME, "header ".length());

        String frame = new String(
                push.frame(new StreamPosition("epoch", List.of(SEVENTH, MailboxPosition.emptyAt(5)))),
                StandardCharsets.UTF_8);

        assertThat(frame).isEqualTo("{\"pos\":\"1795000000000-7,e5\"," + FRAME.substring(1));
    }

    @Test
    void the_head_says_type_and_time_and_the_flags_what_becomes_of_it() {
        Push push = push(FRAME, 0);

        assertThat(push.type()).isEqualTo("order.status");
        assertThat(push.sentAt()).isEqualTo(12);
        assertThat(push.superseded()).isTrue();
        assertThat(push.toBeAcked()).isFalse();
        assertThat(push.subject()).isEqualTo("order.status order:1");
    }

    @Test
    void bytes_that_are_no_json_are_refused() {
        assertThatThrownBy(() -> push("{\"t\":", 0)).isInstanceOf(UncheckedIOException.class);
    }

    private static Push push(String text, int from) {
        return Push.of(BUYER, SEVENTH, "s order:1", text.getBytes(StandardCharsets.UTF_8), from);
    }
}
