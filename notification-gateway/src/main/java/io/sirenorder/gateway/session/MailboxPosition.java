package io.sirenorder.gateway.session;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a recipient's stream: that of an entry ({@code 1795328911139-0}), or "nothing had been published when I
 * looked", which carries the time of looking ({@code e1795328911139}).
 */
public record MailboxPosition(boolean empty, long millis, long sequence) implements Comparable<MailboxPosition> {
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Pattern EMPTY = Pattern.compile("e(\\d{1,18})");
    private static final Comparator<MailboxPosition> ORDER = Comparator.comparing(
                    MailboxPosition::empty, Comparator.reverseOrder())
            .thenComparingLong(MailboxPosition::millis)
            .thenComparingLong(MailboxPosition::sequence);

    public static MailboxPosition emptyAt(long millis) {
        return new MailboxPosition(true, millis, 0);
    }

    /** An id that Redis gave. */
    public static MailboxPosition ofEntry(String id) {
        return parse(id).filter(position -> !position.empty).orElseThrow();
    }

    public static Optional<MailboxPosition> parse(String text) {
        Matcher entry = ENTRY.matcher(text);
        if (entry.matches()) {
            return Optional.of(
                    new MailboxPosition(false, Long.parseLong(entry.group(1)), Long.parseLong(entry.group(2))));
        }
        Matcher nothing = EMPTY.matcher(text);
        return nothing.matches() ? Optional.of(emptyAt(Long.parseLong(nothing.group(1)))) : Optional.empty();
    }

    public boolean isBefore(MailboxPosition other) {
        return compareTo(other) < 0;
    }

    /** Every entry comes after every emptiness. */
    @Override
    public int compareTo(MailboxPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return empty ? "e" + millis : millis + "-" + sequence;
    }
}
