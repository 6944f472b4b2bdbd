package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Where a reader is in a feed: what its cursor in the database said lately, and how far beyond it has read since. What
 * asks for no effect in the database moves the cursor only now and then; after a crash it is read once more.
 */
public final class CursorCache {
    private final Cursors cursors;
    private final String name;
    private final long lifeNanos;
    private Cursor written;
    private Position reached;
    private long readAt;

    /** @param life how long the cursor is believed to be where it was: another replica may move it */
    public CursorCache(Cursors cursors, String name, Duration life) {
        this.cursors = cursors;
        this.name = name;
        this.lifeNanos = life.toNanos();
    }

    /** Where to read on. */
    public Uni<Position> open() {
        if (written != null && System.nanoTime() - readAt < lifeNanos) {
            return Uni.createFrom().item(reached);
        }
        return writeDown()
                .chain(() -> cursors.read(name))
                .invoke(this::remember)
                .map(Cursor::position);
    }

    /** All up to here needs no more doing. */
    public void reach(Position last) {
        reached = last;
    }

    /** The cursor was moved to here together with the effects. */
    void moved(Position last) {
        written = new Cursor(last, written.parked());
        reached = last;
    }

    /** The next {@link #open} asks the database. */
    void forget() {
        written = null;
    }

    Cursor written() {
        return written;
    }

    private void remember(Cursor cursor) {
        written = cursor;
        reached = cursor.position();
        readAt = System.nanoTime();
    }

    private Uni<Void> writeDown() {
        return written == null || reached.equals(written.position())
                ? Uni.createFrom().voidItem()
                : cursors.move(name, written.position(), reached);
    }
}
