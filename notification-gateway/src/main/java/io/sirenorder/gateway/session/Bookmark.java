package io.sirenorder.gateway.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far a client has heard: one position for each of its recipients, in their order, in the data set called epoch.
 * Clients treat both as opaque.
 */
public record Bookmark(String epoch, List<Position> positions) {
    private static final String SEPARATOR = ",";
    private static final int MOST_RECIPIENTS = 4;

    public Bookmark {
        positions = List.copyOf(positions);
    }

    /** Empty when it is not of ours or not for this many recipients. */
    public static Optional<Bookmark> parse(String epoch, String positions, int recipients) {
        List<Position> read = Arrays.stream(positions.split(SEPARATOR, MOST_RECIPIENTS))
                .flatMap(text -> Position.parse(text).stream())
                .toList();
        return read.size() == recipients ? Optional.of(new Bookmark(epoch, read)) : Optional.empty();
    }

    public Bookmark with(int recipient, Position position) {
        List<Position> moved = new ArrayList<>(positions);
        moved.set(recipient, position);
        return new Bookmark(epoch, moved);
    }

    /** The positions as clients see them. */
    public String pos() {
        return positions.size() == 1
                ? positions.get(0).toString()
                : positions.stream().map(Position::toString).collect(Collectors.joining(SEPARATOR));
    }
}
