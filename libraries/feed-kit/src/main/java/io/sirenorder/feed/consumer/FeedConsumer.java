package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.FeedConfig;
import io.sirenorder.feed.Position;
import io.sirenorder.feed.background.OwnContext;
import io.sirenorder.feed.background.PollingLoop.Found;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** One listener hearing one producer: each round takes what follows its cursor and lets it take effect. */
class FeedConsumer {
    private static final Logger LOG = Logger.getLogger(FeedConsumer.class);
    private static final int MOST_CONFLICTS = 10;

    private final String consumer;
    private final Reactions reactions;
    private final FeedSource source;
    private final CursorCache bookmark;
    private final DeadLetters deadLetters;
    private final Progress progress;
    private final FeedConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private int conflicts;

    FeedConsumer(FeedListener listener, FeedSource source, Progress progress, Surroundings around) {
        this.consumer = listener.name();
        this.reactions = listener.reactions();
        this.source = source;
        this.progress = progress;
        this.deadLetters = around.deadLetters();
        this.config = around.pace().config();
        this.bookmark = new CursorCache(around.cursors(), consumer, config.slowestPoll());
        this.vertx = around.pace().vertx();
        this.clock = around.clock();
    }

    Uni<Found> round() {
        return bookmark.open()
                .invoke(known -> progress.at(known.pos()))
                .call(() -> bookmark.written().parked() == 0 ? Uni.createFrom().voidItem() : retryDue())
                .chain(this::hear)
                .onFailure()
                .invoke(bookmark::forget)
                .onFailure(Progress::isFinal)
                .invoke(progress::halt);
    }

    private Uni<Found> hear(Position known) {
        boolean cares = bookmark.written().parked() > 0;
        return source.after(known, config.batch())
                .invoke(progress::found)
                .chain(events -> events.isEmpty()
                        ? Uni.createFrom().item(cares ? Found.RETRIES_DUE : Found.NOTHING)
                        : take(events)
                                .map(done -> done && events.size() == config.batch()
                                        ? Found.MORE
                                        : cares ? Found.RETRIES_DUE : Found.NOTHING));
    }

    private Uni<Boolean> take(List<Envelope> events) {
        if (events.stream().map(Envelope::type).anyMatch(reactions::concern)) {
            return apply(bookmark.written().position(), events, Map.of());
        }
        bookmark.reach(last(events));
        progress.applied(events, events.size());
        return Uni.createFrom().item(true);
    }

    private Uni<Boolean> apply(Position from, List<Envelope> events, Map<UUID, RetryDecision> setbacks) {
        Batch batch = new Batch(consumer, reactions, from, events, setbacks);
        return OwnContext.run(vertx, batch::apply)
                .invoke(done -> applied(done, batch, events))
                .onFailure()
                .recoverWithUni(failure -> onFailure(failure, from, events, setbacks));
    }

    private void applied(boolean done, Batch batch, List<Envelope> events) {
        conflicts = 0;
        if (done) {
            progress.applied(events, batch.skipped());
            bookmark.moved(last(events));
        }
        if (!done || batch.parked() > 0) {
            bookmark.forget();
        }
    }

    private static Position last(List<Envelope> events) {
        return events.get(events.size() - 1).position();
    }

    /** One bad event must not hold up the others: the batch is applied again, and that one laid aside. */
    private Uni<Boolean> onFailure(
            Throwable failure, Position from, List<Envelope> events, Map<UUID, RetryDecision> setbacks) {
        if (isPassing(failure)) {
            return Uni.createFrom().failure(failure);
        }
        if (failure instanceof EventFailed failed) {
            return apply(from, events, with(setbacks, failed.envelope(), failed.getCause()));
        }
        Envelope first = events.get(0);
        return events.size() > 1
                ? apply(from, List.of(first), setbacks)
                : apply(from, events, with(setbacks, first, failure));
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

    private Map<UUID, RetryDecision> with(Map<UUID, RetryDecision> setbacks, Envelope event, Throwable cause) {
        Map<UUID, RetryDecision> all = new HashMap<>(setbacks);
        all.put(event.id(), RetryDecision.of(cause, 0, clock.instant(), clock.instant(), config));
        progress.failed();
        Logger.Level level = FailureKind.of(cause) == FailureKind.TOO_EARLY ? Logger.Level.DEBUG : Logger.Level.WARN;
        LOG.logf(level, cause, "%s laid aside: %s %s of %s", consumer, event.type(), event.id(), event.stream());
        return all;
    }

    private Uni<Void> retryDue() {
        return deadLetters
                .due(consumer)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::retry)
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Boolean> retry(DeadLetter letter) {
        return OwnContext.run(vertx, new Retry(letter, reactions)::apply)
                .onFailure(failure -> FailureKind.of(failure) != FailureKind.OUTAGE)
                .recoverWithUni(failure -> putOff(letter, failure).replaceWith(false));
    }

    private Uni<Void> putOff(DeadLetter letter, Throwable failure) {
        Throwable cause = failure instanceof EventFailed failed ? failed.getCause() : failure;
        RetryDecision setback = RetryDecision.of(cause, letter.tries() + 1, letter.heardAt(), clock.instant(), config);
        if ("PARKED".equals(setback.state())) {
            LOG.errorf(
                    cause,
                    "ALARM: %s parked dead letter %d, %s of %s",
                    consumer,
                    letter.id(),
                    letter.type(),
                    letter.stream());
        }
        return deadLetters.putOff(letter, setback);
    }
}
