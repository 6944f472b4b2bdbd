package io.sirenorder.merchant.wallet;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.OrderView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where sales are written down, in the transaction of whoever hears of them; twice is once. */
@ApplicationScoped
class Ledger {
    private static final String SALE = """
            INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, tender, at)
            SELECT :id, wallet_id, :order, 'SALE', :amount, :tender, :at FROM merchants WHERE store_id = :store
            ON CONFLICT (order_id, kind) DO NOTHING
            """;
    private static final String REVERSAL = """
            INSERT INTO wallet_entries (id, wallet_id, order_id, kind, amount_krw, tender, at)
            SELECT :id, wallet_id, order_id, 'REVERSAL', -amount_krw, tender, :at FROM wallet_entries
            WHERE order_id = :order AND kind = 'SALE'
            ON CONFLICT (order_id, kind) DO NOTHING
            """;
    private static final String REVERSAL_IF_CANCELLED = REVERSAL.replace(
            "AND kind = 'SALE'",
            "AND kind = 'SALE' AND EXISTS (SELECT 1 FROM cancelled_payments WHERE order_id = :order)");
    private static final String CANCELLED =
            "INSERT INTO cancelled_payments (order_id, at) VALUES (:order, :at) ON CONFLICT DO NOTHING";

    /** The store sold it at the menu's price, whoever funded points or a coupon. */
    Uni<Void> sale(OrderView order, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, SALE, order.orderId(), at)
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("amount", order.priceKrw().won())
                        .setParameter("tender", order.tender().name())
                        .setParameter("store", order.storeId().value())
                        .executeUpdate())
                .chain(() -> reverse(REVERSAL_IF_CANCELLED, order.orderId(), at));
    }

    /** What was sold goes back; nothing where nothing was. */
    Uni<Void> reversal(OrderId order, Instant at) {
        return reverse(REVERSAL, order, at);
    }

    /** The same, also for a sale that is yet to be heard of. */
    Uni<Void> paymentCancelled(OrderId order, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, CANCELLED, order, at).executeUpdate())
                .chain(() -> reversal(order, at));
    }

    private static Uni<Void> reverse(String statement, OrderId order, Instant at) {
        return Panache.getSession()
                .chain(session -> named(session, statement, order, at)
                        .setParameter("id", UUID.randomUUID())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery named(Mutiny.Session session, String statement, OrderId order, Instant at) {
        return session.createNativeQuery(statement)
                .setParameter("order", order.value())
                .setParameter("at", at);
    }
}
