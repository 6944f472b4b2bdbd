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
record MailboxHistories(String epoch, List<MailboxHistory> mailboxes) {

    /** The position after the newest message of each mailbox. */
    StreamPosition end() {
        return new StreamPosition(
                epoch, mailboxes.stream().map(MailboxHistory::end).toList());
    }

    /** Exactly what came after, oldest first; empty if that is not known for each recipient: never a part. */
    Optional<List<Push>> since(StreamPosition resumeFrom) {
        if (!epoch.equals(resumeFrom.epoch())) {
            return Optional.empty();
        }
        List<Push> missed = new ArrayList<>();
        for (int i = 0; i < mailboxes.size(); i++) {
            Optional<List<Push>> some =
                    mailboxes.get(i).since(resumeFrom.positions().get(i));
            if (some.isEmpty()) {
                return Optional.empty();
            }
            missed.addAll(some.get());
        }
        missed.sort(Comparator.comparing(Push::position));
        return Optional.of(missed);
    }

    /** Messages up to a position that a client may still acknowledge. */
    List<Push> toBeAckedUpTo(StreamPosition resumeFrom) {
        return Stream.iterate(0, i -> i < mailboxes.size(), i -> i + 1)
                .flatMap(i -> mailboxes.get(i).toBeAckedUpTo(positionOf(resumeFrom, i)))
                .toList();
    }

    private static MailboxPosition positionOf(StreamPosition resumeFrom, int recipient) {
        return resumeFrom.positions().get(recipient);
    }
}
