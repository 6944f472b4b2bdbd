package io.sirenorder.feed.outbox;

import io.sirenorder.feed.FeedConfig;
import io.sirenorder.feed.Position;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest events of this service's feed in memory: one run without a gap, filled by the sequencer and by what readers
 * had to fetch. Committed events never change, so what it holds is as true as the table; what it does not hold is read
 * there.
 */
@Singleton
class FeedTail {
    private final FeedEntry[] ring;
    private long first = 1;
    private long last;

    @Inject
    FeedTail(FeedConfig config) {
        this(config.remembered());
    }

    FeedTail(int most) {
        ring = new FeedEntry[most];
    }

    /** Adds events in order; one that does not follow takes the place of what was known. */
    synchronized void add(List<FeedEntry> run) {
        if (run.isEmpty()) {
            return;
        }
        if (isEmpty() || contradicts(run)) {
            startAt(run.get(0).position().pos());
        }
        run.stream().filter(entry -> entry.position().pos() > last).forEach(this::put);
    }

    /** The table's head is here: a smaller one than ours means that the database was restored. */
    synchronized void headIs(long head) {
        if (head < last) {
            startAt(head + 1);
        }
    }

    /** The events that follow a known one; empty when that event is not held, or is another here. */
    synchronized Optional<List<FeedEntry>> after(Position known, int limit) {
        boolean holds = known.isBeginning() ? !isEmpty() && first == 1 : holds(known);
        return holds ? Optional.of(slice(known.pos() + 1, limit)) : Optional.empty();
    }

    synchronized long last() {
        return last;
    }

    private List<FeedEntry> slice(long from, int limit) {
        long to = Math.min(last, from + limit - 1);
        List<FeedEntry> entries = new ArrayList<>();
        for (long pos = from; pos <= to; pos++) {
            entries.add(at(pos));
        }
        return entries;
    }

    private boolean contradicts(List<FeedEntry> run) {
        return run.stream().map(FeedEntry::position).anyMatch(position -> isWithin(position.pos()) && !holds(position));
    }

    private boolean holds(Position position) {
        return isWithin(position.pos()) && at(position.pos()).position().equals(position);
    }

    private boolean isWithin(long pos) {
        return pos >= first && pos <= last;
    }

    private boolean isEmpty() {
        return last < first;
    }

    private void startAt(long pos) {
        first = pos;
        last = pos - 1;
    }

    private void put(FeedEntry entry) {
        if (entry.position().pos() > last + 1) {
            startAt(entry.position().pos());
        }
        last = entry.position().pos();
        ring[slot(last)] = entry;
        first = Math.max(first, last - ring.length + 1);
    }

    private FeedEntry at(long pos) {
        return ring[slot(pos)];
    }

    private int slot(long pos) {
        return (int) (pos % ring.length);
    }
}
