package io.sirenorder.merchant.wallet;

import io.quarkus.hibernate.reactive.panache.Panache;
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
    private static final String SALE = """
            INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, charged_krw, tender, number, at)
            SELECT :id, wallet_id, :order, 'SALE', :amount, :charged, :tender, :number, :at
            FROM merchants WHERE store_id = :store
            ON CONFLICT (order_id, kind) DO NOTHING
            """;
    private static final String REVERSAL = """
            INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, charged_krw, tender, number, at)
            SELECT :id, wallet_id, order_id, 'REVERSAL', -amount_krw, -charged_krw, tender, number, :at
            FROM wallet_entries WHERE order_id = :order AND kind = 'SALE'
            ON CONFLICT (order_id, kind) DO NOTHING
            """;
    private static final String REVERSAL_IF_CANCELLED = REVERSAL.replace(
            "AND kind = 'SALE'",
            "AND kind = 'SALE' AND EXISTS (SELECT 1 FROM cancelled_payments WHERE order_id = :order)");
    private static final String CANCELLED =
            "INSERT INTO cancelled_payments (order_id, at) VALUES (:order, :at) ON CONFLICT DO NOTHING";
    private static final String ORIGIN =
            "INSERT INTO coupon_origins (order_id, origin) VALUES (:order, :origin) ON CONFLICT DO NOTHING";

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
                .chain(() -> reverse(REVERSAL_IF_CANCELLED, order.orderId(), at));
    }

    /** Takes a sale back; nothing where there is none. */
    Uni<Void> reversal(OrderId order, Instant at) {
        return reverse(REVERSAL, order, at);
    }

    /** Reverses a sale, also one whose event comes later. */
    Uni<Void> paymentCancelled(OrderId order, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, CANCELLED, order, at).executeUpdate())
                .chain(() -> reversal(order, at));
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
