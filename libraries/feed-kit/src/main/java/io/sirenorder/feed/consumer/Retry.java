package io.sirenorder.feed.consumer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Another try at a dead letter, in one transaction with its removal; the next of its stream comes to the front. */
class Retry {
    private static final String STILL_THERE =
            "SELECT 1 FROM dead_letters WHERE id = :id AND state IN ('RETRYING', 'EARLY') FOR UPDATE";
    private static final String REMOVE = """
            WITH done AS (
                DELETE FROM dead_letters WHERE id = :id RETURNING consumer, stream, pos
            ), next AS (
                UPDATE dead_letters SET state = 'RETRYING', heard_at = now(), next_try_at = now()
                WHERE id = (SELECT letter.id FROM dead_letters letter JOIN done USING (consumer, stream)
                            WHERE letter.pos > done.pos ORDER BY letter.pos LIMIT 1)
            )
            UPDATE feed_cursors SET parked = parked - 1 FROM done WHERE name = done.consumer
            """;

    private final DeadLetter letter;
    private final Reactions reactions;

    Retry(DeadLetter letter, Reactions reactions) {
        this.letter = letter;
        this.reactions = reactions;
    }

    /** True when done; false when somebody else is at it or has been. Fails with {@link EventFailed}. */
    Uni<Boolean> apply() {
        return Panache.withTransaction(() -> Panache.getSession().chain(this::applyIfStillThere));
    }

    private Uni<Boolean> applyIfStillThere(Mutiny.Session session) {
        return Cursor.lock(session, letter.consumer())
                .chain(cursor -> cursor == null ? Uni.createFrom().nullItem() : stillThere(session))
                .chain(there -> there == null ? Uni.createFrom().item(false) : apply(session));
    }

    private Uni<Integer> stillThere(Mutiny.Session session) {
        return session.createNativeQuery(STILL_THERE, Integer.class)
                .setParameter("id", letter.id())
                .getSingleResultOrNull();
    }

    private Uni<Boolean> apply(Mutiny.Session session) {
        Uni<?> effect =
                reactions.to(letter.envelope()).orElseGet(() -> Uni.createFrom().voidItem());
        return Batch.applyNow(session, letter.envelope(), effect)
                .chain(() -> session.createNativeQuery(REMOVE)
                        .setParameter("id", letter.id())
                        .executeUpdate())
                .replaceWith(true);
    }
}
