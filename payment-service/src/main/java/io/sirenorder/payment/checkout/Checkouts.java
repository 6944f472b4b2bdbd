package io.sirenorder.payment.checkout;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.payment.Intent;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOneVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All checkouts. */
@ApplicationScoped
public class Checkouts implements PanacheRepositoryBase<Checkout, UUID> {

    /** Locked until the transaction ends; null when there is none. */
    public Uni<Checkout> lock(CheckoutId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The one that this PortOne payment was consumed by, locked; null when it is new. */
    public Uni<Checkout> lockConsumer(PaymentReference payment) {
        return find("portoneVersion = ?1 and payment.transactionId = ?2", payment.version(), payment.transactionId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Makes the count and the insert of one buyer single file, until the transaction ends. */
    Uni<Void> lockBuyer(Recipient buyer) {
        return lockName(buyer.value());
    }

    /** Makes the first sight of one PortOne payment single file, until the transaction ends. */
    public Uni<Void> lockPayment(PaymentReference payment) {
        return lockName(payment.version() + ":" + payment.transactionId());
    }

    private Uni<Void> lockName(String name) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                        .setParameter("name", name)
                        .getResultList())
                .replaceWithVoid();
    }

    Uni<Long> countUnpaid(Recipient buyer, Instant since) {
        return count("terms.buyer = ?1 and createdAt > ?2 and status <> ?3", buyer.value(), since, CheckoutStatus.PAID);
    }

    /** Gifts that are paid or may still be. */
    Uni<Long> countGifts(Recipient buyer, Instant since) {
        return count(
                "terms.buyer = ?1 and createdAt > ?2 and terms.intent = ?3 and status <> ?4",
                buyer.value(),
                since,
                Intent.GIFT,
                CheckoutStatus.EXPIRED);
    }

    /** Gifts to one recipient, of whomever, that are paid. */
    Uni<Long> countGiftsTo(Recipient to, Instant since) {
        return count("terms.giftTo = ?1 and createdAt > ?2 and status = ?3", to.value(), since, CheckoutStatus.PAID);
    }

    /** Open ones past their time by the database's clock, locked; what another replica holds is left to it. */
    Uni<List<Checkout>> lockOverdue(Duration grace, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT id FROM checkouts WHERE status = 'OPEN'
                        AND expires_at < now() - make_interval(secs => :grace) ORDER BY expires_at LIMIT :max
                        FOR UPDATE SKIP LOCKED""", UUID.class)
                        .setParameter("grace", grace.toMillis() / 1000.0)
                        .setParameter("max", limit)
                        .getResultList())
                .chain(this::all);
    }

    /** Checkouts due for a look at PortOne. */
    public Uni<List<Checkout>> lockUnlooked(String account, PortOneVersion version, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT id FROM checkouts WHERE look_at <= now() AND portone_version = :version AND account = :account
                        ORDER BY look_at LIMIT :max FOR UPDATE SKIP LOCKED""", UUID.class)
                        .setParameter("version", version.name())
                        .setParameter("account", account)
                        .setParameter("max", limit)
                        .getResultList())
                .chain(this::all);
    }

    /** Two steps, because what a statement gives back is planned once: a new column must not change it. */
    private Uni<List<Checkout>> all(List<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
    }
}
