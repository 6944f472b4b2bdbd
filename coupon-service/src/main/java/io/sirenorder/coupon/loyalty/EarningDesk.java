package io.sirenorder.coupon.loyalty;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.Loyalty;
import io.sirenorder.contracts.store.OrderView;
import io.sirenorder.coupon.time.DatabaseClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.ZoneId;

/** Grants the earnings of a finished order, once, and takes them back when its money goes back. */
@ApplicationScoped
@WithTransaction
public class EarningDesk {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String STAMPS_OF_DAY = """
            SELECT coalesce(sum(stamps), 0)::bigint FROM order_earnings
            WHERE recipient = :recipient AND store_id = :store AND earned_on = :day AND status = 'EARNED'""";

    private final Ledger ledger;
    private final DatabaseClock clock;
    private final LoyaltyConfig config;
    private final Counter withheld;

    EarningDesk(Ledger ledger, DatabaseClock clock, LoyaltyConfig config, MeterRegistry meters) {
        this.ledger = ledger;
        this.clock = clock;
        this.config = config;
        this.withheld = meters.counter("siren.loyalty.stamps.withheld");
    }

    /** Grants what the order earned by what was paid; stamps up to the limit of the buyer, store and Korean day. */
    public Uni<Void> earn(OrderView order, Recipient buyer) {
        Loyalty earned = Loyalty.earnedBy(order);
        if (earned.equals(Loyalty.NONE)) {
            return Uni.createFrom().voidItem();
        }
        return known(order.orderId())
                .chain(known -> known == null
                        ? grant(Earning.of(order.orderId(), order.storeId(), buyer, earned))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> grant(Earning earning) {
        return ledger.locked(earning.recipient())
                .call(() -> limit(earning))
                .chain(account -> ledger.move(account, earning.earned()))
                .chain(() -> keep(earning));
    }

    private Uni<Void> limit(Earning earning) {
        return Panache.getSession()
                .chain(session -> clock.now(session)
                        .map(at -> at.atZone(SEOUL).toLocalDate())
                        .chain(day -> session.createNativeQuery(STAMPS_OF_DAY, Long.class)
                                .setParameter("recipient", earning.recipient)
                                .setParameter("store", earning.storeId)
                                .setParameter("day", day)
                                .getSingleResult()
                                .invoke(stamps -> limit(earning, day, stamps))
                                .replaceWithVoid()));
    }

    private void limit(Earning earning, LocalDate day, long stamps) {
        boolean reached = earning.stamps > 0 && stamps >= config.stampsPerStoreAndDay();
        earning.limit(day, reached);
        if (reached) {
            withheld.increment();
        }
    }

    /** Takes back what an order earned; an order that is not finished yet will earn nothing. */
    public Uni<Void> takeBack(OrderId order) {
        return known(order).chain(known -> {
            if (known == null) {
                return keep(Earning.barred(order));
            }
            return known.isEarned() ? takeBack(known) : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> takeBack(Earning earning) {
        return ledger.locked(earning.recipient())
                .chain(account -> ledger.move(account, earning.takeBack(account)))
                .replaceWithVoid();
    }

    private static Uni<Earning> known(OrderId order) {
        return Panache.getSession()
                .chain(session -> session.find(Earning.class, order.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<Void> keep(Earning earning) {
        return Panache.getSession().chain(session -> session.persist(earning));
    }
}
