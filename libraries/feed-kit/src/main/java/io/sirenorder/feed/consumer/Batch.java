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
    private static final String BLOCKED = "SELECT DISTINCT stream FROM dead_letters WHERE consumer = :consumer";
    private static final String COUNT_PARKED =
            "UPDATE feed_cursors SET parked = parked + :parked WHERE name = :consumer";
    private static final String PARK = """
            INSERT INTO dead_letters (consumer, stream, pos, event_id, type, envelope, state, reason, next_try_at)
            VALUES (:consumer, :stream, :pos, :id, :type, cast(cast(:envelope AS text) AS jsonb), :state,
                    cast(:reason AS text), now() + make_interval(secs => :seconds))
            """;

    private final String consumer;
    private final Reactions reactions;
    private final Position from;
    private final List<Envelope> events;
    private final Map<UUID, RetryDecision> setbacks;
    private final Set<String> blocked = new HashSet<>();
    private int parked;
    private int skipped;

    /** @param setbacks of those events that are known to fail: they are parked instead */
    Batch(
            String consumer,
            Reactions reactions,
            Position from,
            List<Envelope> events,
            Map<UUID, RetryDecision> setbacks) {
        this.consumer = consumer;
        this.reactions = reactions;
        this.from = from;
        this.events = events;
        this.setbacks = setbacks;
    }

    /** True when done; false when somebody else is at it or has been. Fails with {@link EventFailed}. */
    Uni<Boolean> apply() {
        return Panache.withTransaction(() -> Panache.getSession().chain(this::applyIfStillThere));
    }

    int skipped() {
        return skipped;
    }

    int parked() {
        return parked;
    }

    private Uni<Boolean> applyIfStillThere(Mutiny.Session session) {
        Position to = events.get(events.size() - 1).position();
        return Cursor.move(session, consumer, from, to)
                .chain(waiting -> waiting == null
                        ? Uni.createFrom().item(false)
                        : findBlocked(session, waiting)
                                .chain(() -> applyAll(session))
                                .replaceWith(true));
    }

    private Uni<Void> findBlocked(Mutiny.Session session, int waiting) {
        if (waiting == 0) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(BLOCKED, String.class)
                .setParameter("consumer", consumer)
                .getResultList()
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
                .chain(() -> parked == 0 ? Uni.createFrom().voidItem() : countParked(session));
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
        RetryDecision setback = setbacks.get(event.id());
        return setback == null ? applyNow(session, event, effect) : park(session, event, setback);
    }

    /** Flushes, so that what goes wrong is known to be this event's fault. */
    static Uni<Void> applyNow(Mutiny.Session session, Envelope event, Uni<?> effect) {
        return TraceContext.follow(event.trace(), () -> effect.chain(session::flush))
                .onFailure()
                .transform(failure -> new EventFailed(event, failure));
    }

    private Uni<Void> park(Mutiny.Session session, Envelope event, RetryDecision setback) {
        blocked.add(event.stream());
        parked++;
        return session.createNativeQuery(PARK)
                .setParameter("consumer", consumer)
                .setParameter("stream", event.stream())
                .setParameter("pos", event.pos())
                .setParameter("id", event.id())
                .setParameter("type", event.type())
                .setParameter("envelope", event.toJson())
                .setParameter("state", setback.state())
                .setParameter("reason", setback.reason())
                .setParameter("seconds", setback.delay().toMillis() / 1000.0)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> countParked(Mutiny.Session session) {
        return session.createNativeQuery(COUNT_PARKED)
                .setParameter("parked", parked)
                .setParameter("consumer", consumer)
                .executeUpdate()
                .replaceWithVoid();
    }
}
