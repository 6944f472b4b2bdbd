package io.sirenorder.payment.fulfilment;

import io.sirenorder.payment.cursor.PollCursors;
import io.sirenorder.payment.fulfilment.SettledPayments.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Compares payments with the other services' books: each some minutes after it was settled, again when its order must have
 * been accepted or ended, and after its refund; and what differed, until it no longer does. Reads on from where it ended.
 */
@ApplicationScoped
class FulfilmentComparison {
    /** Position up to which settled payments are compared. */
    static final String SETTLED = "fulfilment-settled";

    private static final String LATER = "fulfilment-later";
    private static final String PAID_BACK = "fulfilment-paid-back";
    private static final int BATCH = 100;

    private final SettledPayments payments;
    private final CounterpartClient neighbours;
    private final FulfilmentDifferences differences;
    private final PollCursors cursors;
    private final FulfilmentConfig config;
    private final Clock clock;

    FulfilmentComparison(
            SettledPayments payments,
            CounterpartClient neighbours,
            FulfilmentDifferences differences,
            PollCursors cursors,
            FulfilmentConfig config,
            Clock clock) {
        this.payments = payments;
        this.neighbours = neighbours;
        this.differences = differences;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
    }

    /** Compares all that is due; fails where another service does not answer, and goes on from there the next time. */
    Uni<Void> run() {
        return differences
                .toCheck(BATCH)
                .chain(this::compare)
                .chain(() -> readOn(SETTLED, config.grace(), payments::settled))
                .chain(() -> readOn(LATER, config.later(), payments::settled))
                .chain(() -> readOn(PAID_BACK, config.grace(), payments::paidBack));
    }

    private Uni<Void> readOn(String cursor, Duration age, BiFunction<Instant, Instant, Uni<List<Change>>> changes) {
        Instant until = clock.instant().minus(age);
        return cursors.claim(cursor, config.reach(), Duration.ZERO)
                .chain(position -> position.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : readOn(cursor, position.get(), until, changes));
    }

    private Uni<Void> readOn(
            String cursor, Instant after, Instant until, BiFunction<Instant, Instant, Uni<List<Change>>> changes) {
        return changes.apply(after, until).chain(batch -> {
            if (batch.isEmpty()) {
                return after.isBefore(until)
                        ? cursors.move(cursor, until, Duration.ZERO, config.lease())
                        : Uni.createFrom().voidItem();
            }
            Instant last = batch.get(batch.size() - 1).at();
            return compare(batch.stream().map(Change::id).distinct().toList())
                    .chain(() -> cursors.move(cursor, last, Duration.ZERO, config.lease()))
                    .chain(() -> readOn(cursor, last, until, changes));
        });
    }

    private Uni<Void> compare(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return payments.of(ids)
                .chain(ours -> neighbours.of(ids).map(theirs -> findings(ours, theirs)))
                .chain(found -> differences.note(ids, found));
    }

    private static List<Finding> findings(Map<UUID, SettledPayment> ours, List<Counterparts> theirs) {
        return theirs.stream()
                .flatMap(each -> FulfilmentCheck.of(ours.get(each.id()), each).stream())
                .toList();
    }
}
