package io.sirenorder.merchant.wallet;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appends sales and reversals with their tenders, in the transaction of the event; an event that comes twice counts once. */
@ApplicationScoped
class Ledger {
    /** Taken by all that books for an order: the events of two feeds come at the same moment. */
    private static final String LOCK =
            "pg_advisory_xact_lock(hashtextextended(CAST(CAST(:order AS uuid) AS text), 0)) AS locked";

    private static final String SALE = """
            INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, charged_krw, tender, number, at)
            SELECT :id, wallet_id, :order, 'SALE', :amount, :charged, :tender, :number, :at
            FROM %s, merchants WHERE store_id = :store
            ON CONFLICT (order_id, kind) DO NOTHING
            """.formatted(LOCK);
    private static final String REVERSAL = """
            INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, charged_krw, tender, number, at)
            SELECT :id, wallet_id, order_id, 'REVERSAL', -(amount_krw + parts_krw), -(charged_krw + parts_krw),
              tender, number, :at
            FROM wallet_entries,
              (SELECT coalesce(sum(amount_krw), 0)::bigint AS parts_krw FROM wallet_entries WHERE part_of = :order) AS parts
            WHERE order_id = :order AND kind = 'SALE'
            ON CONFLICT (order_id, kind) DO NOTHING
            """;
    private static final String PARTS = """
            INSERT INTO wallet_entries
              (id, wallet_id, order_id, part_of, kind, amount_krw, charged_krw, tender, number, at)
            SELECT part.entry_id, wallet_id, part.entry_id, order_id, 'REVERSAL', -part.cancelled_krw,
              -part.cancelled_krw, tender, number, part.at
            FROM wallet_entries JOIN partial_cancellations AS part USING (order_id)
            WHERE order_id = :order AND kind = 'SALE'
              AND NOT EXISTS (SELECT FROM wallet_entries WHERE order_id = :order AND kind = 'REVERSAL')
              AND NOT EXISTS (SELECT FROM cancelled_payments WHERE order_id = :order)
            ON CONFLICT (order_id, kind) DO NOTHING
            """;
    /** Splits a sale, and looks whether anything was cancelled before it was heard of. */
    private static final String SPLIT_AND_LOOK = "WITH split AS (" + Splits.OF_ORDER + """
            ) SELECT EXISTS (SELECT FROM cancelled_payments WHERE order_id = :order)
              OR EXISTS (SELECT FROM partial_cancellations WHERE order_id = :order)
            """;
    /** Books what was heard before the sale: either that all was cancelled, or the parts. */
    private static final String HEARD_BEFORE = "WITH parts AS (" + PARTS + ")"
            + REVERSAL.replace(
                    "AND kind = 'SALE'",
                    "AND kind = 'SALE' AND EXISTS (SELECT FROM cancelled_payments WHERE order_id = :order)");

    private static final String CANCELLED = """
            INSERT INTO cancelled_payments (order_id, at) SELECT :order, :at FROM %s
            ON CONFLICT DO NOTHING
            """.formatted(LOCK);
    private static final String PARTLY_CANCELLED = """
            INSERT INTO partial_cancellations (order_id, total_cancelled_krw, cancelled_krw, entry_id, at)
            SELECT :order, :total, :part, :id, :at FROM %s
            ON CONFLICT DO NOTHING
            """.formatted(LOCK);
    private static final String ORIGIN = """
            INSERT INTO coupon_origins (order_id, origin) SELECT :order, :origin FROM %s
            ON CONFLICT DO NOTHING
            """.formatted(LOCK);

    /** The store sold at the menu's price, also where points or a coupon paid a part of it. */
    Uni<Void> sale(OrderView order, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, SALE, order.orderId(), at)
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("amount", order.priceKrw().won())
                        .setParameter("charged", order.amountKrw().won())
                        .setParameter("tender", order.tender().name())
                        .setParameter("number", order.number())
                        .setParameter("store", order.storeId().value())
                        .executeUpdate())
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(SPLIT_AND_LOOK, Boolean.class)
                        .setParameter("order", order.orderId().value())
                        .getSingleResult())
                .chain(isCancelled -> isCancelled
                        ? reverse(HEARD_BEFORE, order.orderId(), at)
                        : Uni.createFrom().voidItem());
    }

    /** Takes back of a sale what parts have not taken back already; nothing where there is none. */
    Uni<Void> reversal(OrderId order, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("SELECT 1 FROM " + LOCK, Integer.class)
                        .setParameter("order", order.value())
                        .getSingleResult())
                .chain(() -> reverse(REVERSAL, order, at));
    }

    /** Reverses a sale, also one whose event comes later. */
    Uni<Void> paymentCancelled(OrderId order, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, CANCELLED, order, at).executeUpdate())
                .chain(() -> reverse(REVERSAL, order, at));
    }

    /** Reverses a part of a sale, also of one whose event comes later; a part that is told twice counts once. */
    Uni<Void> partlyCancelled(OrderId order, Krw part, Krw total, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, PARTLY_CANCELLED, order, at)
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("part", part.won())
                        .setParameter("total", total.won())
                        .executeUpdate())
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(PARTS)
                        .setParameter("order", order.value())
                        .executeUpdate())
                .chain(() -> split(order));
    }

    /** Notes where the coupon of a coupon order came from: a gift's was paid for, others the house pays. */
    Uni<Void> couponUsed(OrderId order, String origin) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORIGIN)
                        .setParameter("order", order.value())
                        .setParameter("origin", origin)
                        .executeUpdate())
                .chain(() -> split(order));
    }

    private static Uni<Void> reverse(String statement, OrderId order, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, statement, order, at)
                        .setParameter("id", UUID.randomUUID())
                        .executeUpdate())
                .chain(() -> split(order));
    }

    private static Uni<Void> split(OrderId order) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(Splits.OF_ORDER)
                        .setParameter("order", order.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery named(Mutiny.Session session, String statement, OrderId order, Instant at) {
        return session.createNativeQuery(statement)
                .setParameter("order", order.value())
                .setParameter("at", at);
    }
}
