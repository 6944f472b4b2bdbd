package io.sirenorder.testkit;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.OrderStatus;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Reason;
import io.sirenorder.contracts.store.Tender;
import java.time.Instant;
import java.util.List;

/** An order that store-service tells its consumers of; each method but the last answers a changed copy. */
public record SampleOrder(
        OrderId id,
        StoreId store,
        OrderStatus status,
        long version,
        List<OrderLine> lines,
        Krw amount,
        Krw discount,
        Tender tender,
        Reason reason,
        Krw cancelled) {
    private static final Instant NOON = Instant.parse("2026-06-10T03:00:00Z");

    /** An order that waits, in its first version, without lines or a price. */
    public static SampleOrder of(OrderId id, StoreId store) {
        return new SampleOrder(
                id, store, OrderStatus.WAITING, 1, List.of(), Krw.ZERO, Krw.ZERO, Tender.CARD, null, null);
    }

    public SampleOrder as(OrderStatus next, long nextVersion) {
        return new SampleOrder(id, store, next, nextVersion, lines, amount, discount, tender, reason, cancelled);
    }

    public SampleOrder because(Reason why) {
        return new SampleOrder(id, store, status, version, lines, amount, discount, tender, why, cancelled);
    }

    public SampleOrder with(OrderLine line) {
        return new SampleOrder(id, store, status, version, List.of(line), amount, discount, tender, reason, cancelled);
    }

    /** Won that were charged, and won that points or a coupon covered. */
    public SampleOrder paid(Tender by, long charged, long covered) {
        return new SampleOrder(
                id, store, status, version, lines, Krw.of(charged), Krw.of(covered), by, reason, cancelled);
    }

    /** Won of the charge that PortOne took back on its own, in all. */
    public SampleOrder lessBy(long won) {
        return new SampleOrder(id, store, status, version, lines, amount, discount, tender, reason, Krw.of(won));
    }

    public OrderView view() {
        return new OrderView(
                id,
                store,
                "강남점",
                "1",
                status,
                version,
                lines,
                amount,
                discount,
                tender,
                Pickup.TO_GO,
                null,
                NOON,
                NOON,
                null,
                reason,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                status == OrderStatus.FINISHED ? NOON : null,
                null,
                null,
                cancelled);
    }
}
