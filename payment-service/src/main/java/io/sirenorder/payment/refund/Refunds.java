package io.sirenorder.payment.refund;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.CheckoutId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** All refunds. */
@ApplicationScoped
public class Refunds implements PanacheRepositoryBase<Refund, UUID> {
    Uni<Refund> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Null when there is no such refund. */
    Uni<CheckoutId> checkoutOf(UUID id) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select checkoutId from Refund where id = :id", UUID.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(checkout -> checkout == null ? null : new CheckoutId(checkout));
    }

    /** Refunds of this checkout that wait for a person, locked. */
    Uni<List<Refund>> lockManual(CheckoutId checkout) {
        return find("checkoutId = ?1 and status = ?2", checkout.value(), RefundStatus.MANUAL)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<Refund> of(CheckoutId checkout, Purpose purpose) {
        return find("checkoutId = ?1 and purpose = ?2", checkout.value(), purpose)
                .firstResult();
    }

    /** Whether we asked for any of this checkout's money back ourselves. */
    public Uni<Boolean> isAny(CheckoutId checkout) {
        return count("checkoutId", checkout.value()).map(found -> found > 0);
    }

    /** Lengthens the lease of a replica that still asks. */
    Uni<Void> renew(UUID id, Duration lease) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        UPDATE refunds SET next_try_at = now() + make_interval(secs => :lease)
                        WHERE id = :id AND status IN ('REQUESTED', 'UNKNOWN')""")
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Marks those whose time has come as asked for by this replica until the lease ends. */
    Uni<List<UUID>> claim(int limit, Duration lease) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        UPDATE refunds SET status = CASE status WHEN 'DUE' THEN 'REQUESTED' ELSE status END,
                               tries = tries + 1, next_try_at = now() + make_interval(secs => :lease)
                        WHERE id IN (SELECT id FROM refunds WHERE status IN ('DUE', 'REQUESTED', 'UNKNOWN')
                                     AND next_try_at <= now() ORDER BY next_try_at LIMIT :max FOR UPDATE SKIP LOCKED)
                        RETURNING id""", UUID.class)
                        .setParameter("lease", lease.toMillis() / 1000.0)
                        .setParameter("max", limit)
                        .getResultList());
    }
}
