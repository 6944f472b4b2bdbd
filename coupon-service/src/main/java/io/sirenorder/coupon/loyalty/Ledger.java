package io.sirenorder.coupon.loyalty;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.holder.Holders;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.flow.InOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Accounts and their entries. A balance is moved under its account's lock, until the end of the transaction. */
@ApplicationScoped
class Ledger {
    private static final String OPEN =
            "INSERT INTO loyalty_accounts (recipient) VALUES (:recipient) ON CONFLICT DO NOTHING";
    private static final String SUMS = """
            SELECT new io.sirenorder.coupon.loyalty.Balance(coalesce(sum(points), 0L), coalesce(sum(stamps), 0L))
            FROM Account WHERE recipient IN :recipients""";

    private final Holders holders;
    private final DatabaseClock clock;
    private final MeterRegistry metrics;

    Ledger(Holders holders, DatabaseClock clock, MeterRegistry metrics) {
        this.holders = holders;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The account of this recipient, locked; the balances of addresses that the buyer has proved are in it. */
    Uni<Account> locked(Recipient recipient) {
        return holders.owner(recipient).chain(owner -> opened(owner).call(this::gather));
    }

    private Uni<Account> opened(Recipient owner) {
        return Panache.getSession()
                .chain(session -> existing(session, owner)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> session.createNativeQuery(OPEN)
                                .setParameter("recipient", owner.value())
                                .executeUpdate()
                                .chain(() -> existing(session, owner))));
    }

    private static Uni<Account> existing(Mutiny.Session session, Recipient recipient) {
        return session.find(Account.class, recipient.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Void> gather(Account account) {
        return holders.addressesOf(account.recipient())
                .chain(addresses -> InOrder.each(addresses, address -> gather(account, address)));
    }

    private Uni<Void> gather(Account account, Recipient address) {
        return Panache.getSession()
                .chain(session -> existing(session, address))
                .chain(old -> old == null || old.isEmpty() ? Uni.createFrom().voidItem() : moveOver(old, account));
    }

    private Uni<Void> moveOver(Account old, Account account) {
        Movement out = new Movement(EntryKind.MOVE_OUT, -old.points, -old.stamps, account.recipient);
        Movement in = new Movement(EntryKind.MOVE_IN, old.points, old.stamps, old.recipient);
        account.owe(old.owedPoints, old.owedStamps);
        old.owedPoints = 0;
        old.owedStamps = 0;
        return move(old, out).chain(() -> move(account, in)).replaceWithVoid();
    }

    /** Moves a balance and appends the entry; fails where it would become negative. A credit pays what is owed first. */
    Uni<Account> move(Account account, Movement movement) {
        metrics.counter("siren.loyalty.entries", "kind", movement.kind().name()).increment();
        return Panache.getSession()
                .chain(session -> session.persist(account.move(movement, clock.now())))
                .chain(() -> isCredit(movement)
                        ? settle(account, movement)
                        : Uni.createFrom().item(account));
    }

    private static boolean isCredit(Movement movement) {
        return movement.points() > 0 || movement.stamps() > 0;
    }

    private Uni<Account> settle(Account account, Movement credit) {
        Movement offset = account.offset(credit.reference());
        return offset == null ? Uni.createFrom().item(account) : move(account, offset);
    }

    /** The entries of these, newest first. */
    Uni<List<LedgerEntry>> entries(List<Recipient> recipients, long before, int limit) {
        List<String> values = recipients.stream().map(Recipient::value).toList();
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from LedgerEntry where recipient in :recipients and id < :before order by id desc",
                                LedgerEntry.class)
                        .setParameter("recipients", values)
                        .setParameter("before", before)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** The sums of the balances of these. */
    Uni<Balance> balance(List<Recipient> recipients) {
        List<String> values = recipients.stream().map(Recipient::value).toList();
        return Panache.getSession()
                .chain(session -> session.createQuery(SUMS, Balance.class)
                        .setParameter("recipients", values)
                        .getSingleResult());
    }
}
