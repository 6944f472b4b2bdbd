package io.sirenorder.payment.clearing;

import io.sirenorder.kit.page.IdBatch;
import io.sirenorder.payment.fulfilment.CounterpartClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Clears a day: reads its payments batch by batch, and asks the wallets what they booked of them. */
@ApplicationScoped
class Clearing {
    private static final UUID FIRST = new UUID(0, 0);

    private final DayPayments payments;
    private final CounterpartClient neighbours;
    private final StoreDaySeals seals;

    Clearing(DayPayments payments, CounterpartClient neighbours, StoreDaySeals seals) {
        this.payments = payments;
        this.neighbours = neighbours;
        this.seals = seals;
    }

    /** The day as it stands now; fails while merchant-service does not answer. */
    Uni<ClearingDay> of(LocalDate day, String account) {
        ClearingTally tally = new ClearingTally(day);
        return add(FIRST, day, account, tally).chain(() -> seals.of(day)).map(tally::result);
    }

    private Uni<Void> add(UUID after, LocalDate day, String account, ClearingTally tally) {
        return payments.after(after, day, account)
                .chain(batch -> add(batch, tally)
                        .chain(() -> batch.size() < IdBatch.MOST
                                ? Uni.createFrom().voidItem()
                                : add(batch.get(batch.size() - 1).id(), day, account, tally)));
    }

    private Uni<Void> add(List<DayPayment> batch, ClearingTally tally) {
        List<UUID> orders = batch.stream()
                .filter(payment -> !payment.isGift())
                .map(DayPayment::id)
                .toList();
        return neighbours
                .sales(orders)
                .invoke(sales -> batch.forEach(payment -> tally.add(payment, sales.get(payment.id()))))
                .replaceWithVoid();
    }
}
