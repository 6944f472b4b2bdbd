package io.sirenorder.feed.consumer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** One retry of a dead letter, in one transaction with its removal; the next of its stream comes to the front. */
class Retry {
    private final DeadLetter letter;
    private final Reactions reactions;

    Retry(DeadLetter letter, Reactions reactions) {
        this.letter = letter;
        this.reactions = reactions;
    }

    /** True when done; false when another replica is at it or has done it. Fails with {@link EventFailed}. */
    Uni<Boolean> apply() {
        return Panache.withTransaction(() -> Panache.getSession().chain(this::applyIfStillThere));
    }

    private Uni<Boolean> applyIfStillThere(Mutiny.Session session) {
        return Cursors.lock(session, letter.consumer())
                .chain(cursor -> cursor == null ? Uni.createFrom().nullItem() : DeadLetters.lock(session, letter))
                .chain(there -> there == null ? Uni.createFrom().item(false) : apply(session));
    }

    private Uni<Boolean> apply(Mutiny.Session session) {
        Uni<?> effect =
                reactions.to(letter.envelope()).orElseGet(() -> Uni.createFrom().voidItem());
        return Batch.applyNow(session, letter.envelope(), effect)
                .chain(() -> DeadLetters.remove(session, letter))
                .chain(() -> Cursors.park(session, letter.consumer(), -1))
                .replaceWith(true);
    }
}
