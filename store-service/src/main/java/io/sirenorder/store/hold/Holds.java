package io.sirenorder.store.hold;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Quote;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.store.storefront.KitchenLoad;
import io.sirenorder.store.storefront.KitchenLoad.Load;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rows of holds, in the caller's transaction. All times are the database's. */
@ApplicationScoped
class Holds {
    private static final String FIND =
            "SELECT status, store_id, digest, units, quote FROM holds WHERE checkout_id = :id";
    private static final String LOCK = FIND + " FOR UPDATE";
    /** One buyer's checkouts at one store are counted one after the other: by the next statement, which sees those before it. */
    private static final String QUEUE = """
            SELECT waiting, making, units,
                   EXISTS (SELECT FROM store_stock WHERE store_id = :store AND menu_item_id IN (:items) AND counted),
                   CASE WHEN pg_advisory_xact_lock(hashtextextended(:key, 0)) IS NULL THEN 0 ELSE 1 END
            FROM (%s) AS load
            """.formatted(KitchenLoad.COUNT);

    private static final String OWN = """
            SELECT checkout_id FROM holds
            WHERE buyer = :buyer AND store_id = :store AND status = 'HELD' AND checkout_id <> :id
            ORDER BY made_at DESC LIMIT 1
            """;
    private static final String OPEN = """
            INSERT INTO holds (checkout_id, store_id, buyer, digest, status, units, quote, promised_from, promised_until,
                               until, ask_at)
            SELECT :id, :store, :buyer, :digest, 'HELD', :units, :quote, cast(cast(:from AS text) AS timestamptz),
                   cast(cast(:until AS text) AS timestamptz), now() + make_interval(secs => :seconds),
                   now() + make_interval(secs => :askAfter)
            WHERE (SELECT count(*) FROM holds WHERE buyer = :buyer AND store_id = :store AND status = 'HELD') < :most
            ON CONFLICT DO NOTHING
            """;
    /** For an order whose checkout holds nothing: the row of an ended hold is used again. */
    private static final String REOPEN = """
            INSERT INTO holds (checkout_id, store_id, buyer, digest, status, units, quote, until, ask_at)
            VALUES (:id, :store, :buyer, 'order', 'HELD', :units, '{}', now(), now())
            ON CONFLICT (checkout_id) DO UPDATE SET
                store_id = excluded.store_id, buyer = excluded.buyer, digest = excluded.digest, status = 'HELD',
                units = excluded.units, quote = excluded.quote, until = now(), ask_at = now(), ended_at = NULL,
                turn = holds.turn + 1
            WHERE holds.status = 'RELEASED'
            RETURNING turn
            """;

    private static final String KEEP = """
            UPDATE holds SET quote = :quote, promised_from = :from, promised_until = :until WHERE checkout_id = :id
            """;
    private static final String RELEASE = """
            INSERT INTO holds (checkout_id, status, ended_at) VALUES (:id, 'RELEASED', now())
            ON CONFLICT (checkout_id) DO UPDATE SET status = 'RELEASED', ended_at = now() WHERE holds.status = 'HELD'
            RETURNING store_id, turn
            """;
    private static final String COMMIT = """
            UPDATE holds SET status = 'COMMITTED', ended_at = NULL WHERE checkout_id = :id AND status = 'HELD'
            RETURNING store_id, turn, units, quote, EXISTS (
                SELECT FROM hold_lines WHERE hold_lines.checkout_id = holds.checkout_id AND menu_item_id IS NOT NULL)
            """;
    private static final String RETURN = """
            UPDATE holds SET status = 'RETURNED', ended_at = now() WHERE checkout_id = :id AND status = 'COMMITTED'
            RETURNING store_id, turn
            """;
    private static final String DUE =
            "SELECT checkout_id FROM holds WHERE status = 'HELD' AND ask_at <= now() ORDER BY ask_at LIMIT :limit";
    private static final String ASK_LATER = """
            UPDATE holds SET ask_at = now() + make_interval(secs => :seconds) WHERE checkout_id = :id AND status = 'HELD'
            """;

    /** The row, without a lock; empty when there is none. */
    Uni<Optional<Held>> find(CheckoutId id) {
        return row(FIND, id);
    }

    /** The row, locked until the transaction ends; empty when there is none. */
    Uni<Optional<Held>> lock(CheckoutId id) {
        return row(LOCK, id);
    }

    private static Uni<Optional<Held>> row(String sql, CheckoutId id) {
        return session()
                .chain(session -> session.createNativeQuery(sql, Object[].class)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(Holds::held));
    }

    private static Held held(Object[] row) {
        return new Held(
                HoldStatus.valueOf((String) row[0]),
                row[1] == null ? null : new StoreId((UUID) row[1]),
                (String) row[2],
                ((Number) row[3]).intValue(),
                row[4] == null ? null : read((String) row[4]));
    }

    /** The newest other hold of the buyer there. */
    Uni<Optional<CheckoutId>> ownOf(Recipient buyer, StoreId store, CheckoutId id) {
        return session()
                .chain(session -> session.createNativeQuery(OWN, UUID.class)
                        .setParameter("buyer", buyer.value())
                        .setParameter("store", store.value())
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(found -> Optional.ofNullable(found).map(CheckoutId::new));
    }

    /** Circumstances of the claim. No other transaction opens a hold of its buyer at its store from here until this one ends. */
    Uni<Ahead> queue(Claim claim) {
        return session()
                .chain(session -> session.createNativeQuery(QUEUE, Object[].class)
                        .setParameter("store", claim.store().id().value())
                        .setParameter(
                                "items",
                                claim.pieces().keySet().stream()
                                        .map(MenuItemId::value)
                                        .toList())
                        .setParameter("key", "hold " + claim.store().id() + " " + claim.buyer())
                        .getSingleResult())
                .map(row -> new Ahead(Load.of(row), (Boolean) row[3]));
    }

    /**
     * Opens a hold after {@link #queue}; false when the checkout has a row already, or its buyer has so many at the store.
     *
     * @param quote empty where it is known only when all is taken, and then {@link #keep} follows
     */
    Uni<Boolean> open(
            Claim claim, String digest, Duration holdFor, Duration askAfter, int most, Optional<Quote> quote) {
        return session()
                .chain(session -> session.createNativeQuery(OPEN)
                        .setParameter("id", claim.id().value())
                        .setParameter("store", claim.store().id().value())
                        .setParameter("buyer", claim.buyer().value())
                        .setParameter("digest", digest)
                        .setParameter("units", claim.units())
                        .setParameter("quote", quote.map(Holds::write).orElse("{}"))
                        .setParameter("from", text(quote, Promise::readyFrom))
                        .setParameter("until", text(quote, Promise::readyUntil))
                        .setParameter("seconds", (double) holdFor.toSeconds())
                        .setParameter("askAfter", (double) askAfter.toSeconds())
                        .setParameter("most", most)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private static String text(Optional<Quote> quote, Function<Promise, Instant> time) {
        return quote.map(Quote::promise).map(time).map(Instant::toString).orElse(null);
    }

    /** Opens a hold for an order that has none, whose lines were forgotten before; the turn that it is in. */
    Uni<Integer> reopen(Claim claim) {
        return session()
                .chain(session -> session.createNativeQuery(REOPEN, Integer.class)
                        .setParameter("id", claim.id().value())
                        .setParameter("store", claim.store().id().value())
                        .setParameter("buyer", claim.buyer().value())
                        .setParameter("units", claim.units())
                        .getSingleResult());
    }

    /** Keeps the answer, so that a repetition gets the same. */
    Uni<Void> keep(CheckoutId id, Quote quote) {
        return session()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("id", id.value())
                        .setParameter("quote", write(quote))
                        .setParameter("from", quote.promise().readyFrom())
                        .setParameter("until", quote.promise().readyUntil())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A hold whose status has changed. */
    record Moved(StoreId store, int turn) {
        static Optional<Moved> of(Object[] row) {
            return row == null || row[0] == null
                    ? Optional.empty()
                    : Optional.of(new Moved(new StoreId((UUID) row[0]), ((Number) row[1]).intValue()));
        }
    }

    /** Ends a hold, or remembers that its checkout ended; empty where nothing was held. */
    Uni<Optional<Moved>> release(CheckoutId id) {
        return session()
                .chain(session -> session.createNativeQuery(RELEASE, Object[].class)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(Moved::of);
    }

    /**
     * A hold that became its order's.
     *
     * @param hasPieces whether it took counted items
     */
    record Committed(Moved moved, Booking booking, boolean hasPieces) {
        static Committed of(Object[] row) {
            return new Committed(
                    new Moved(new StoreId((UUID) row[0]), ((Number) row[1]).intValue()),
                    new Booking(
                            ((Number) row[2]).intValue(), read((String) row[3]).promise()),
                    (Boolean) row[4]);
        }
    }

    /** Commits an open hold; empty where none is open. */
    Uni<Optional<Committed>> commit(CheckoutId id) {
        return session()
                .chain(session -> session.createNativeQuery(COMMIT, Object[].class)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(Committed::of));
    }

    /** Ends the hold of an order that ended unmade; empty where none is committed. */
    Uni<Optional<Moved>> giveBack(CheckoutId id) {
        return session()
                .chain(session -> session.createNativeQuery(RETURN, Object[].class)
                        .setParameter("id", id.value())
                        .getSingleResultOrNull())
                .map(Moved::of);
    }

    /** Some holds whose checkout payment-service is to be asked about. */
    Uni<List<CheckoutId>> due(int limit) {
        return session()
                .chain(session -> session.createNativeQuery(DUE, UUID.class)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(ids -> ids.stream().map(CheckoutId::new).toList());
    }

    Uni<Void> askLater(CheckoutId id, Duration after) {
        return session()
                .chain(session -> session.createNativeQuery(ASK_LATER)
                        .setParameter("id", id.value())
                        .setParameter("seconds", (double) after.toSeconds())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Quote read(String json) {
        try {
            return Tolerant.mapper().readValue(json, Quote.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept quote that can't be read", e);
        }
    }

    private static String write(Quote quote) {
        try {
            return Tolerant.mapper().writeValueAsString(quote);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a quote that can't be written", e);
        }
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
