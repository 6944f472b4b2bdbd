package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.sirenorder.feed.background.PollingLoop.Found;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** One listener on one producer's feed: each round pulls what follows its cursor and applies it. */
class FeedConsumer {
    private final FeedSource source;
    private final CursorCache cursor;
    private final EventApplier applier;
    private final DeadLetterRetries retries;
    private final Progress progress;
    private final int batch;

    /** @param batch events that are pulled and applied in one round */
    FeedConsumer(
            FeedSource source,
            CursorCache cursor,
            EventApplier applier,
            DeadLetterRetries retries,
            Progress progress,
            int batch) {
        this.source = source;
        this.cursor = cursor;
        this.applier = applier;
        this.retries = retries;
        this.progress = progress;
        this.batch = batch;
    }

    Uni<Found> round() {
        return cursor.open()
                .invoke(known -> progress.at(known.pos()))
                .chain(known -> retryDue().chain(due -> pull(known, due ? Found.RETRIES_DUE : Found.NOTHING)))
                .onFailure()
                .invoke(cursor::forget)
                .onFailure(Progress::isFinal)
                .invoke(progress::halt);
    }

    private Uni<Boolean> retryDue() {
        return cursor.hasParked() ? retries.run() : Uni.createFrom().item(false);
    }

    private Uni<Found> pull(Position known, Found atTheEnd) {
        return source.after(known, batch, progress.head(known))
                .invoke(progress::found)
                .chain(page -> page.isEmpty() ? Uni.createFrom().item(atTheEnd) : take(page, atTheEnd));
    }

    private Uni<Found> take(List<Envelope> page, Found atTheEnd) {
        Found then = page.size() == batch ? Found.MORE : atTheEnd;
        if (applier.concern(page)) {
            return applier.apply(cursor.written(), page).map(applied -> applied(applied, page, then));
        }
        cursor.reach(last(page));
        progress.applied(page, page.size());
        return Uni.createFrom().item(then);
    }

    private Found applied(Batch applied, List<Envelope> page, Found then) {
        if (applied == null) {
            cursor.forget();
            return Found.NOTHING;
        }
        if (!applied.isAllOf(page)) {
            cursor.forget();
            return Found.MORE;
        }
        cursor.moved(last(page));
        if (applied.parked() > 0) {
            cursor.forget();
            return Found.MORE;
        }
        return then;
    }

    private static Position last(List<Envelope> page) {
        return page.get(page.size() - 1).position();
    }
}
