package io.sirenorder.store.order;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/** The part of an order that waits for a till and for an answer. */
@Embeddable
class Answering {
    private Instant deliveredAt;
    private int pushesAgain;
    private boolean reminded;
    private Integer answerWithinSeconds;
    private Instant answerBy;

    /** Time of the next action that no client causes, a reminder for instance; null for none. */
    private Instant dueAt;

    Answering() {}

    /** Gives an order, placed now, the times of its store or of the house. */
    Answering(Integer storesSeconds, Deadlines given, Instant placedAt) {
        answerWithinSeconds =
                storesSeconds == null ? Integer.valueOf((int) given.unanswered().toSeconds()) : storesSeconds;
        answerBy = placedAt.plus(given.unreachable());
    }

    /** The first till has it; false when one had it before. */
    boolean deliver(Instant at) {
        if (deliveredAt != null) {
            return false;
        }
        deliveredAt = at;
        answerBy = answerWithinSeconds == null ? null : at.plusSeconds(answerWithinSeconds);
        return true;
    }

    void pushAgain() {
        pushesAgain++;
    }

    void remind() {
        reminded = true;
    }

    /** There is nothing left to answer. */
    void end() {
        answerBy = null;
    }

    void dueAt(Instant at) {
        dueAt = at;
    }

    Instant deliveredAt() {
        return deliveredAt;
    }

    int pushesAgain() {
        return pushesAgain;
    }

    boolean isReminded() {
        return reminded;
    }

    Instant answerBy() {
        return answerBy;
    }

    Instant dueAt() {
        return dueAt;
    }

    /** Time for an answer after delivery; null in orders from before it was kept, where the house's holds. */
    Duration answerWithin() {
        return answerWithinSeconds == null ? null : Duration.ofSeconds(answerWithinSeconds);
    }
}
