package io.sirenorder.store.order;

import io.sirenorder.store.order.Deadline.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The times an order is given.
 *
 * @param pushesAgain after placement, while no till has acknowledged it; rising
 * @param unreachable after placement, without acknowledgement
 * @param reminder after delivery
 * @param unanswered after delivery, where the store chose no time of its own
 * @param forgotten after the time at which it was to be ready
 * @param unclaimed after it was ready, where the store chose no time of its own
 */
record Deadlines(
        List<Duration> pushesAgain,
        Duration unreachable,
        Duration reminder,
        Duration unanswered,
        Duration forgotten,
        Duration unclaimed) {

    static Deadlines of(AcceptanceConfig config, CollectionConfig collection) {
        return new Deadlines(
                List.of(config.pushAgainAfter(), config.pushOnceMoreAfter()),
                config.unreachableAfter(),
                config.reminderAfter(),
                config.unansweredAfter(),
                config.forgottenAfter(),
                collection.unclaimedAfter());
    }

    /** The next thing that the clock has to do with it, if any. */
    Optional<Deadline> next(Order order) {
        return switch (order.status()) {
            case WAITING ->
                Optional.of(order.answering().deliveredAt() == null ? undelivered(order) : unanswered(order));
            case ACCEPTED ->
                Optional.of(new Deadline(order.preparation().readyBy().plus(forgotten), Kind.FORGOTTEN));
            case FINISHED -> collection(order.handover());
            case REFUSED, CANCELLED, EXPIRED -> Optional.empty();
        };
    }

    private Deadline undelivered(Order order) {
        return pushesAgain.stream()
                .skip(order.answering().pushesAgain())
                .filter(after -> after.compareTo(unreachable) < 0)
                .findFirst()
                .map(after -> new Deadline(order.placedAt().plus(after), Kind.PUSH_AGAIN))
                .orElseGet(() -> new Deadline(order.placedAt().plus(unreachable), Kind.UNREACHABLE));
    }

    private Deadline unanswered(Order order) {
        Answering waiting = order.answering();
        Instant delivered = waiting.deliveredAt();
        Duration answer = waiting.answerWithin() == null ? unanswered : waiting.answerWithin();
        return waiting.isReminded() || reminder.compareTo(answer) >= 0
                ? new Deadline(delivered.plus(answer), Kind.UNANSWERED)
                : new Deadline(delivered.plus(reminder), Kind.REMINDER);
    }

    private Optional<Deadline> collection(Handover handover) {
        if (!handover.isOpen()) {
            return Optional.empty();
        }
        return Optional.of(
                handover.collection() == CollectionStatus.AWAITED
                        ? new Deadline(handover.unclaimedAt(unclaimed), Kind.UNCLAIMED)
                        : new Deadline(handover.closesAt(unclaimed), Kind.DAY_OVER));
    }
}
