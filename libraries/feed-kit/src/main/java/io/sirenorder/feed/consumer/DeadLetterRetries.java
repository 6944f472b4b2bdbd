package io.sirenorder.feed.consumer;

import io.sirenorder.feed.background.OwnContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import org.jboss.logging.Logger;

/** Retries the dead letters of one consumer when they are due. */
class DeadLetterRetries {
    private static final Logger LOG = Logger.getLogger(DeadLetterRetries.class);

    private final FeedListener listener;
    private final Reactions reactions;
    private final DeadLetters letters;
    private final RetryPolicy policy;
    private final Vertx vertx;

    DeadLetterRetries(FeedListener listener, DeadLetters letters, RetryPolicy policy, Vertx vertx) {
        this.listener = listener;
        this.reactions = listener.reactions();
        this.letters = letters;
        this.policy = policy;
        this.vertx = vertx;
    }

    /** Retries the dead letters that are due; true while some are to be retried later. */
    Uni<Boolean> run() {
        return letters.waiting(listener.name()).call(this::retryDue).map(waiting -> !waiting.isEmpty());
    }

    private Uni<Void> retryDue(List<DeadLetter> waiting) {
        return Multi.createFrom()
                .iterable(waiting.stream().filter(DeadLetter::due).toList())
                .onItem()
                .transformToUniAndConcatenate(this::retry)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> retry(DeadLetter letter) {
        return OwnContext.run(vertx, new Retry(letter, reactions)::apply)
                .onFailure(failure -> FailureKind.of(failure) != FailureKind.OUTAGE)
                .recoverWithUni(failure -> putOff(letter, failure).replaceWith(false));
    }

    private Uni<Void> putOff(DeadLetter letter, Throwable failure) {
        Throwable cause = failure instanceof EventFailed failed ? failed.getCause() : failure;
        RetryDecision decision = policy.next(cause, letter);
        if (decision.isParked()) {
            LOG.errorf(
                    cause,
                    "ALARM: %s parked dead letter %d, %s of %s",
                    listener.name(),
                    letter.id(),
                    letter.type(),
                    letter.stream());
        }
        return letters.putOff(letter, decision);
    }
}
