package io.sirenorder.coupon.loyalty;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.Loyalty;
import io.sirenorder.contracts.store.OrderView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Grants the earnings of a finished order, once, and takes them back when its money goes back. */
@Startup
@ApplicationScoped
@WithTransaction
public class EarningDesk {
    /** Nothing where the order is known. The account is locked before, so that orders of a day are counted one after the other. */
    private static final String EARN = """
            INSERT INTO order_earnings (order_id, recipient, points, stamps, status, store_id, earned_on)
            SELECT :order, :recipient, :points, CASE WHEN earned.stamps >= :limit THEN 0 ELSE cast(:stamps AS bigint) END,
                   'EARNED', :store, earned.day
            FROM (SELECT today.day, coalesce(sum(stamps), 0)::bigint AS stamps
                  FROM (SELECT (clock_timestamp() AT TIME ZONE 'Asia/Seoul')::date AS day) today
                  LEFT JOIN order_earnings ON recipient = :recipient AND store_id = :store AND earned_on = today.day
                                          AND status = 'EARNED' AND stamps > 0
                  GROUP BY today.day) earned
            ON CONFLICT (order_id) DO NOTHING
            RETURNING stamps""";

    private final Ledger ledger;
    private final LoyaltyConfig config;
    private final Counter withheld;

    EarningDesk(Ledger ledger, LoyaltyConfig config, MeterRegistry meters) {
        this.ledger = ledger;
        this.config = config;
        this.withheld = meters.counter("siren.loyalty.stamps.withheld");
    }

    /** Grants what the order earned by what was paid; stamps up to the limit of the buyer, store and Korean day. */
    public Uni<Void> earn(OrderView order, Recipient buyer) {
        Loyalty earned = earnedBy(order);
        if (earned.equals(Loyalty.NONE)) {
            return Uni.createFrom().voidItem();
        }
        return ledger.locked(buyer)
                .chain(account -> keep(order, buyer, earned)
                        .onItem()
                        .ifNotNull()
                        .transformToUni(
                                stamps -> grant(account, order.orderId(), new Loyalty(earned.points(), stamps))));
    }

    private Loyalty earnedBy(OrderView order) {
        return Loyalty.earnedBy(order, Krw.of(config.stampFromKrw()));
    }

    /** The stamps that are granted; null where the order is known. */
    private Uni<Long> keep(OrderView order, Recipient buyer, Loyalty earned) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EARN, Long.class)
                        .setParameter("order", order.orderId().value())
                        .setParameter("recipient", buyer.value())
                        .setParameter("store", order.storeId().value())
                        .setParameter("points", earned.points())
                        .setParameter("stamps", earned.stamps())
                        .setParameter("limit", (long) config.stampsPerStoreAndDay())
                        .getSingleResultOrNull())
                .invoke(stamps -> countWithheld(stamps, earned));
    }

    private void countWithheld(Long granted, Loyalty earned) {
        if (granted != null && granted < earned.stamps()) {
            withheld.increment();
        }
    }

    private Uni<Void> grant(Account account, OrderId order, Loyalty granted) {
        return ledger.move(account, Earning.movement(order, granted)).replaceWithVoid();
    }

    /** Takes back what an order earned by money that went back in part; nothing before it is finished. */
    public Uni<Void> reduce(OrderView order) {
        return known(order.orderId())
                .chain(known -> known != null && known.isEarned()
                        ? reduce(known, earnedBy(order), order.version())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> reduce(Earning earning, Loyalty left, long version) {
        return earning.isMoreThan(left)
                ? ledger.locked(earning.recipient())
                        .chain(account -> ledger.move(account, earning.reduce(left, version, account)))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
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
