package io.sirenorder.store.order;

import io.sirenorder.contracts.store.OrderEvent;
import io.sirenorder.contracts.store.Reason;
import java.time.Instant;

/** A moment at which the clock has to act on an order, and the action. */
record Deadline(Instant at, Kind kind) {

    /** Actions of the clock. */
    enum Kind {
        PUSH_AGAIN,
        UNREACHABLE,
        REMINDER,
        UNANSWERED,
        FORGOTTEN,
        UNCLAIMED,
        DAY_OVER
    }

    boolean isPast(Instant now) {
        return !at.isAfter(now);
    }

    OrderEvent happen(Order order, Instant now) {
        return switch (kind) {
            case PUSH_AGAIN -> order.pushAgain(now);
            case UNREACHABLE -> order.expire(Reason.STORE_UNREACHABLE, now);
            case REMINDER -> order.remind(now);
            case UNANSWERED -> order.expire(Reason.NO_ANSWER, now);
            case FORGOTTEN -> order.finishForgotten(now);
            case UNCLAIMED -> order.unclaimed(now);
            case DAY_OVER -> order.close(now);
        };
    }
}
