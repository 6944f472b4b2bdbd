package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.sirenorder.feed.background.OwnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Applies the events of one consumer, and puts those whose effect fails into the dead letters. */
class EventApplier {
    private static final Logger LOG = Logger.getLogger(EventApplier.class);
    private static final int MOST_CONFLICTS = 10;

    private final FeedListener listener;
    private final Reactions reactions;
    private final RetryPolicy policy;
    private final Progress progress;
    private final Vertx vertx;
    private int conflicts;

    EventApplier(FeedListener listener, RetryPolicy policy, Progress progress, Vertx vertx) {
        this.listener = listener;
        this.reactions = listener.reactions();
        this.policy = policy;
        this.progress = progress;
        this.vertx = vertx;
    }

    /** Whether any of these has an effect. */
    boolean concern(List<Envelope> events) {
        return events.stream().anyMatch(reactions::concern);
    }

    /**
     * Applies events that follow a position of the stored cursor. Fails only for a passing reason: the database is away, or
     * the same rows are being changed by others.
     *
     * @return the last batch that was applied, or null when another replica has the cursor or has moved it
     */
    Uni<Batch> apply(Position from, List<Envelope> events) {
        return listener.prepare(events).chain(() -> apply(from, events, Map.of()));
    }

    private Uni<Batch> apply(Position from, List<Envelope> events, Map<UUID, RetryDecision> failed) {
        Batch batch = new Batch(listener.name(), reactions, from, events, failed);
        return OwnContext.run(vertx, batch::apply)
                .map(done -> applied(done, batch, events))
                .onFailure()
                .recoverWithUni(failure -> onFailure(failure, from, events, failed));
    }

    private Batch applied(boolean done, Batch batch, List<Envelope> events) {
        conflicts = 0;
        if (done) {
            progress.applied(events, batch.skipped());
        }
        return done ? batch : null;
    }

    /** One bad event must not hold up the others: the batch is applied again, and that one is put aside. */
    private Uni<Batch> onFailure(
            Throwable failure, Position from, List<Envelope> events, Map<UUID, RetryDecision> failed) {
        if (isPassing(failure)) {
            return Uni.createFrom().failure(failure);
        }
        if (failure instanceof EventFailed known) {
            return apply(from, events, with(failed, known.envelope(), known.getCause()));
        }
        Envelope first = events.get(0);
        if (events.size() > 1) {
            return apply(from, List.of(first), failed);
        }
        return failed.containsKey(first.id())
                ? Uni.createFrom().failure(unparkable(first, failure))
                : apply(from, events, with(failed, first, failure));
    }

    private boolean isPassing(Throwable failure) {
        if (!(failure instanceof EventFailed) && !FailureKind.isRefusal(failure)) {
            return true;
        }
        return switch (FailureKind.of(failure)) {
            case OUTAGE -> true;
            case CONFLICT -> ++conflicts <= MOST_CONFLICTS;
            case TOO_EARLY, POISON -> false;
        };
    }

    private Map<UUID, RetryDecision> with(Map<UUID, RetryDecision> failed, Envelope event, Throwable cause) {
        Map<UUID, RetryDecision> all = new HashMap<>(failed);
        all.put(event.id(), policy.first(cause));
        progress.failed();
        Logger.Level level = FailureKind.of(cause) == FailureKind.TOO_EARLY ? Logger.Level.DEBUG : Logger.Level.WARN;
        LOG.logf(
                level,
                cause,
                "%s puts an event aside: %s %s of %s",
                listener.name(),
                event.type(),
                event.id(),
                event.stream());
        return all;
    }

    private Throwable unparkable(Envelope event, Throwable failure) {
        LOG.errorf(failure, "ALARM: %s can neither apply nor park %s %s", listener.name(), event.type(), event.id());
        return failure;
    }
}
