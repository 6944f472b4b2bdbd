package io.sirenorder.gateway.session;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a recipient's stream: that of an entry ({@code 1795328911139-0}), or "nothing had been published when I
 * looked", which carries the time of looking ({@code e1795328911139}).
 */
public record Position(boolean empty, long millis, long sequence) implements Comparable<Position> {
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Pattern EMPTY = Pattern.compile("e(\\d{1,18})");
    private static final Comparator<Position> ORDER = Comparator.comparing(Position::empty, Comparator.reverseOrder())
            .thenComparingLong(Position::millis)
            .thenComparingLong(Position::sequence);

    public static Position emptyAt(long millis) {
        return new Position(true, millis, 0);
    }

    /** An id that Redis gave. */
    public static Position ofEntry(String id) {
        return parse(id).filter(position -> !position.empty).orElseThrow();
    }

    public static Optional<Position> parse(String text) {
        Matcher entry = ENTRY.matcher(text);
        if (entry.matches()) {
            return Optional.of(new Position(false, Long.parseLong(entry.group(1)), Long.parseLong(entry.group(2))));
        }
        Matcher nothing = EMPTY.matcher(text);
        return nothing.matches() ? Optional.of(emptyAt(Long.parseLong(nothing.group(1)))) : Optional.empty();
    }

    public boolean isBefore(Position other) {
        return compareTo(other) < 0;
    }

    /** Every entry comes after every emptiness. */
    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return empty ? "e" + millis : millis + "-" + sequence;
    }
}
