package io.sirenorder.gateway.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a recipient's stream: that of an entry ({@code 1795328911139-0}), or "nothing had been published when I
 * looked", which carries the time of looking ({@code e1795328911139}).
 */
public record MailboxPosition(boolean empty, long millis, long sequence) implements Comparable<MailboxPosition> {
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final int DECIMAL = 10;
    private static final Pattern EMPTY = Pattern.compile("e(\\d{1,18})");

    public static MailboxPosition emptyAt(long millis) {
        return new MailboxPosition(true, millis, 0);
    }

    /** An id that Redis gave: two numbers, read without a pattern since each push has one. */
    public static MailboxPosition ofEntry(String id) {
        int dash = id.indexOf('-');
        return new MailboxPosition(
                false, Long.parseLong(id, 0, dash, DECIMAL), Long.parseLong(id, dash + 1, id.length(), DECIMAL));
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
        if (empty != other.empty) {
            return empty ? -1 : 1;
        }
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }

    void appendTo(StringBuilder text) {
        if (empty) {
            text.append('e').append(millis);
        } else {
            text.append(millis).append('-').append(sequence);
        }
    }

    @Override
    public String toString() {
        return empty ? "e" + millis : millis + "-" + sequence;
    }
}
