package io.sirenorder.feed.consumer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Some events of a feed and their effects, in one transaction with the move of the cursor. */
class Batch {
    private final String consumer;
    private final Reactions reactions;
    private final Position from;
    private final List<Envelope> events;
    private final Map<UUID, RetryDecision> failed;
    private final Set<String> blocked = new HashSet<>();
    private int parked;
    private int skipped;

    /** @param failed events that are known to fail: they are parked instead of applied */
    Batch(String consumer, Reactions reactions, Position from, List<Envelope> events, Map<UUID, RetryDecision> failed) {
        this.consumer = consumer;
        this.reactions = reactions;
        this.from = from;
        this.events = events;
        this.failed = failed;
    }

    /** True when done; false when another replica is at it or has done it. Fails with {@link EventFailed}. */
    Uni<Boolean> apply() {
        return Panache.withTransaction(() -> Panache.getSession().chain(this::applyIfStillThere));
    }

    int skipped() {
        return skipped;
    }

    int parked() {
        return parked;
    }

    /** Whether these are its events, and not only the first of them. */
    boolean isAllOf(List<Envelope> page) {
        return events.size() == page.size();
    }

    private Uni<Boolean> applyIfStillThere(Mutiny.Session session) {
        Position to = events.get(events.size() - 1).position();
        return Cursors.move(session, consumer, from, to)
                .chain(waiting -> waiting == null
                        ? Uni.createFrom().item(false)
                        : findBlocked(session, waiting)
                                .chain(() -> applyAll(session))
                                .replaceWith(true));
    }

    private Uni<Void> findBlocked(Mutiny.Session session, int waiting) {
        return waiting == 0
                ? Uni.createFrom().voidItem()
                : DeadLetters.blockedStreams(session, consumer)
                        .invoke(blocked::addAll)
                        .replaceWithVoid();
    }

    private Uni<Void> applyAll(Mutiny.Session session) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> applyOne(session, event))
                .onItem()
                .ignoreAsUni()
                .chain(() -> parked == 0 ? Uni.createFrom().voidItem() : Cursors.park(session, consumer, parked));
    }

    private Uni<Void> applyOne(Mutiny.Session session, Envelope event) {
        return reactions
                .to(event)
                .map(effect -> applyOrPark(session, event, effect))
                .orElseGet(this::skip);
    }

    private Uni<Void> skip() {
        skipped++;
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> applyOrPark(Mutiny.Session session, Envelope event, Uni<?> effect) {
        if (blocked.contains(event.stream())) {
            return park(session, event, RetryDecision.queued());
        }
        RetryDecision decision = failed.get(event.id());
        return decision == null ? applyNow(session, event, effect) : park(session, event, decision);
    }

    /** Flushes, so that a failure is known to be this event's. */
    static Uni<Void> applyNow(Mutiny.Session session, Envelope event, Uni<?> effect) {
        return TraceContext.follow(event.trace(), () -> effect.chain(session::flush))
                .onFailure()
                .transform(failure -> new EventFailed(event, failure));
    }

    private Uni<Void> park(Mutiny.Session session, Envelope event, RetryDecision decision) {
        blocked.add(event.stream());
        parked++;
        return DeadLetters.park(session, consumer, event, decision);
    }
}
