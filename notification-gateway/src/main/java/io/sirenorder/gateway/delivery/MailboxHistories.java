package io.sirenorder.gateway.delivery;

import io.sirenorder.gateway.session.MailboxPosition;
import io.sirenorder.gateway.session.Push;
import io.sirenorder.gateway.session.StreamPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mailboxes of a principal's recipients, read at one time. */
record MailboxHistories(String epoch, List<MailboxHistory> letters) {

    /** The position after the newest message of each mailbox. */
    StreamPosition end() {
        return new StreamPosition(
                epoch, letters.stream().map(MailboxHistory::end).toList());
    }

    /** Exactly what came after, oldest first; empty if that is not known for each recipient: never a part. */
    Optional<List<Push>> since(StreamPosition bookmark) {
        if (!epoch.equals(bookmark.epoch())) {
            return Optional.empty();
        }
        List<Push> missed = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Optional<List<Push>> some =
                    letters.get(i).since(bookmark.positions().get(i));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            missed.addAll(some.get());
        }
        missed.sort(Comparator.comparing(Push::position));
        return Optional.of(missed);
    }

    /** Messages up to a position that a client may still acknowledge. */
    List<Push> toBeAckedUpTo(StreamPosition bookmark) {
        return Stream.iterate(0, i -> i < letters.size(), i -> i + 1)
                .flatMap(i -> letters.get(i).toBeAckedUpTo(positionOf(bookmark, i)))
                .toList();
    }

    private static MailboxPosition positionOf(StreamPosition bookmark, int recipient) {
        return bookmark.positions().get(recipient);
    }
}
