package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * The position of a reader: what its cursor in the database said, and how far it has read since. Events without an effect
 * move the stored cursor only now and then; after a crash they are read again. An effect moves it in its own transaction,
 * which fails to do so if another replica has moved it meanwhile.
 */
public final class CursorCache {
    private final Cursors cursors;
    private final String name;
    private final long lifeNanos;
    private Cursor written;
    private Position reached;
    private long readAt;

    /** @param life how long the cursor is believed to be where it was */
    public CursorCache(Cursors cursors, String name, Duration life) {
        this.cursors = cursors;
        this.name = name;
        this.lifeNanos = life.toNanos();
    }

    /** The position to read on from. */
    public Uni<Position> open() {
        if (written != null && System.nanoTime() - readAt < lifeNanos) {
            return Uni.createFrom().item(reached);
        }
        return writeDown()
                .chain(() -> cursors.read(name))
                .invoke(this::remember)
                .map(Cursor::position);
    }

    /** Everything up to here is done. */
    public void reach(Position last) {
        reached = last;
    }

    /** The stored cursor was moved to here together with the effects. */
    void moved(Position last) {
        written = new Cursor(last, written.parked());
        reached = last;
    }

    /** The next {@link #open} asks the database. */
    public void forget() {
        written = null;
    }

    Position written() {
        return written.position();
    }

    /** Whether events of this consumer wait in the dead letters. */
    boolean hasParked() {
        return written != null && written.parked() > 0;
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
