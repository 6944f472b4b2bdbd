package io.sirenorder.gateway.delivery;

import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.gateway.session.MailboxPosition;
import io.sirenorder.gateway.session.Push;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One recipient's newest messages as Redis remembers them, oldest first.
 *
 * @param top the newest position ever given, remembered for longer than the entries; null if there is none
 * @param readAt epoch milliseconds, from before the reading
 */
record MailboxHistory(List<Push> entries, MailboxPosition top, long readAt) {
    /** Entries live for ten minutes; a minute is left for clocks that differ. */
    private static final long KEPT_MILLIS =
            Duration.ofSeconds(Mailbox.SECONDS).minusMinutes(1).toMillis();

    MailboxPosition end() {
        if (!entries.isEmpty()) {
            return entries.get(entries.size() - 1).position();
        }
        return top == null ? MailboxPosition.emptyAt(readAt) : top;
    }

    Optional<List<Push>> since(MailboxPosition reached) {
        if (reached.equals(top) && end().equals(top)) {
            return Optional.of(List.of());
        }
        if (reached.empty()) {
            return isCompleteSince(reached) ? Optional.of(entries) : Optional.empty();
        }
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).position().equals(reached))
                .mapToObj(i -> entries.subList(i + 1, entries.size()))
                .findFirst();
    }

    Stream<Push> toBeAckedUpTo(MailboxPosition reached) {
        return entries.stream().filter(Push::toBeAcked).filter(push -> !reached.isBefore(push.position()));
    }

    /**
     * A client that saw nothing at that time has missed just the entries, if none can have been pushed out or have lapsed since.
     */
    private boolean isCompleteSince(MailboxPosition nothing) {
        boolean nothingYet = top == null && entries.isEmpty();
        boolean young = readAt - nothing.millis() < KEPT_MILLIS;
        boolean untrimmed = !entries.isEmpty() && entries.size() < Mailbox.LENGTH;
        return nothingYet || (young && untrimmed);
    }
}
