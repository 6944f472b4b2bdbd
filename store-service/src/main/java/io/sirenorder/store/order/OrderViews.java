package io.sirenorder.store.order;

import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;

/** Orders as their buyers and stores see them. */
final class OrderViews {
    private OrderViews() {}

    static OrderView of(Order order) {
        Sale sale = order.sale();
        Answering answering = order.answering();
        Preparation preparation = order.preparation();
        Handover handover = order.handover();
        return new OrderView(
                order.id(),
                sale.storeId(),
                sale.storeName(),
                sale.number(),
                order.status(),
                order.version(),
                sale.lines(),
                sale.amountKrw(),
                sale.discountKrw(),
                sale.tender(),
                sale.pickup(),
                sale.note(),
                order.placedAt(),
                answering.deliveredAt(),
                preparation.readyBy(),
                order.reason(),
                order.message(),
                order.repayment().refund(),
                order.timeline().stream().map(Step::entry).toList(),
                preparation.promisedFrom(),
                preparation.promisedUntil(),
                order.status() == OrderStatus.WAITING ? answering.answerBy() : null,
                handover.finishedAt(),
                collection(order),
                handover.collectedAt(),
                order.repayment().cancelled());
    }

    /** Orders that were finished before their collection was kept count as fetched. */
    private static String collection(Order order) {
        CollectionStatus kept = order.handover().collection();
        if (order.status() == OrderStatus.FINISHED && kept == null) {
            return CollectionStatus.COLLECTED.name();
        }
        return kept == null ? null : kept.name();
    }
}
