package io.sirenorder.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.gateway.session.MailboxPosition;
import io.sirenorder.gateway.session.Push;
import io.sirenorder.gateway.session.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxHistoryTest {
    private static final long NOON = 1_795_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final byte[] FRAME = "{\"t\":\"order.placed\",\"ts\":1,\"d\":{}}".getBytes(StandardCharsets.UTF_8);
    private static final Recipient STORE = Recipient.fromString("store:0190a0a0-1234-7000-8000-0123456789ab");

    private final Map<Integer, Push> pushes = new HashMap<>();

    @Test
    void a_client_that_has_the_top_has_missed_nothing_though_the_entries_have_lapsed() {
        assertThat(letters(List.of(), at(5)).since(at(5))).contains(List.of());
    }

    @Test
    void a_client_that_has_an_entry_has_missed_those_behind_it() {
        MailboxHistory three = letters(List.of(push(1), push(2), push(3)), at(3));
        assertThat(three.since(at(1))).contains(List.of(push(2), push(3)));
        assertThat(three.since(at(3))).contains(List.of());
        assertThat(three.end()).isEqualTo(at(3));
    }

    @Test
    void a_client_whose_position_is_no_longer_there_may_have_missed_more_than_we_know() {
        assertThat(letters(List.of(push(2), push(3)), at(3)).since(at(1))).isEmpty();
        assertThat(letters(List.of(), at(5)).since(at(1))).isEmpty();
        assertThat(letters(List.of(), null).since(at(1))).isEmpty();
    }

    @Test
    void who_saw_nothing_has_missed_all_entries_if_none_can_have_gone() {
        MailboxPosition nothing = MailboxPosition.emptyAt(NOON - MINUTE);
        assertThat(letters(List.of(), null).since(nothing)).contains(List.of());
        assertThat(letters(List.of(push(1)), at(1)).since(nothing)).contains(List.of(push(1)));
        assertThat(letters(List.of(), at(1)).since(nothing)).as("lapsed").isEmpty();
        assertThat(letters(List.of(push(1)), at(1)).since(MailboxPosition.emptyAt(NOON - 10 * MINUTE)))
                .as("too long ago")
                .isEmpty();
        List<Push> full =
                IntStream.rangeClosed(1, Mailbox.LENGTH).mapToObj(this::push).toList();
        assertThat(letters(full, at(Mailbox.LENGTH)).since(nothing))
                .as("trimmed")
                .isEmpty();
    }

    @Test
    void what_is_known_of_one_recipient_only_is_not_enough() {
        MailboxHistories mail = new MailboxHistories(
                "epoch", List.of(letters(List.of(push(1), push(2)), at(2)), letters(List.of(push(8)), at(8))));
        assertThat(mail.since(new StreamPosition("epoch", List.of(at(1), at(8)))))
                .contains(List.of(push(2)));
        assertThat(mail.since(new StreamPosition("epoch", List.of(at(1), at(7)))))
                .isEmpty();
        assertThat(mail.since(new StreamPosition("other", List.of(at(1), at(8)))))
                .isEmpty();
    }

    private static MailboxHistory letters(List<Push> entries, MailboxPosition top) {
        return new MailboxHistory(entries, top, NOON);
    }

    /** The same one for the same number. */
    private Push push(int number) {
        return pushes.computeIfAbsent(number, n -> Push.of(STORE, at(n), "a order:" + n, FRAME, 0));
    }

    private static MailboxPosition at(int number) {
        return new MailboxPosition(false, NOON - MINUTE + number, 0);
    }
}
