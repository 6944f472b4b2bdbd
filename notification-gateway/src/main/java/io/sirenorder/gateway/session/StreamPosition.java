package io.sirenorder.gateway.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The position of a client: one position for each of its recipients, in their order, in the data set called epoch.
 * Clients treat both as opaque.
 */
public record StreamPosition(String epoch, List<MailboxPosition> positions) {
    private static final String SEPARATOR = ",";
    private static final int MOST_RECIPIENTS = 4;
    private static final int LONGEST_POSITION = 24;

    public StreamPosition {
        positions = List.copyOf(positions);
    }

    /** Empty when it was not issued here or not for this many recipients. */
    public static Optional<StreamPosition> parse(String epoch, String positions, int recipients) {
        List<MailboxPosition> read = Arrays.stream(positions.split(SEPARATOR, MOST_RECIPIENTS))
                .flatMap(text -> MailboxPosition.parse(text).stream())
                .toList();
        return read.size() == recipients ? Optional.of(new StreamPosition(epoch, read)) : Optional.empty();
    }

    public StreamPosition with(int recipient, MailboxPosition position) {
        if (positions.size() == 1) {
            return new StreamPosition(epoch, List.of(position));
        }
        List<MailboxPosition> moved = new ArrayList<>(positions);
        moved.set(recipient, position);
        return new StreamPosition(epoch, moved);
    }

    /** The positions as clients see them. */
    public String pos() {
        StringBuilder text = new StringBuilder(LONGEST_POSITION * positions.size());
        for (MailboxPosition position : positions) {
            if (!text.isEmpty()) {
                text.append(SEPARATOR);
            }
            position.appendTo(text);
        }
        return text.toString();
    }
}
