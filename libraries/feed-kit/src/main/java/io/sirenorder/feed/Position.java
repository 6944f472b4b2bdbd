package io.sirenorder.feed;

import java.util.UUID;

/**
 * A place in a feed. The event's id betrays a producer that was restored from a backup and gives positions out again.
 *
 * @param id null exactly at the {@link #BEGINNING}
 */
public record Position(long pos, UUID id) {
    public static final Position BEGINNING = new Position(0, null);

    public boolean isBeginning() {
        return pos == 0;
    }
}
