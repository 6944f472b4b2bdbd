package io.sirenorder.coupon.loyalty;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.Loyalty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Grants what a finished order earns, once, and takes it back when its money goes back. */
@ApplicationScoped
@WithTransaction
public class EarningDesk {
    private final Ledger ledger;

    EarningDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    public Uni<Void> earn(OrderId order, Recipient buyer, Loyalty earned) {
        if (earned.equals(Loyalty.NONE)) {
            return Uni.createFrom().voidItem();
        }
        return known(order)
                .chain(known -> known == null
                        ? grant(Earning.of(order, buyer, earned))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> grant(Earning earning) {
        return ledger.locked(earning.recipient())
                .chain(account -> ledger.move(account, earning.earned()))
                .chain(() -> keep(earning));
    }

    /** Also of an order that is yet to be heard to be finished: it will earn nothing then. */
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
