package io.sirenorder.coupon.loyalty;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.coupon.coupon.Coupon;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.sirenorder.coupon.coupon.Issue;
import io.sirenorder.coupon.menu.StoreClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Exchanges full cards of stamps for coupons; the surplus stays. */
@ApplicationScoped
class StampDesk {
    private final Exchange exchange;
    private final StoreClient store;
    private final Reward reward;

    StampDesk(Exchange exchange, StoreClient store, Reward reward) {
        this.exchange = exchange;
        this.store = store;
        this.reward = reward;
    }

    /** Once per coupon id, at the menu's price of the moment. */
    Uni<Coupon> exchange(Recipient buyer, CouponId id) {
        var line = new QuoteRequest.Line(reward.menuItem(), 1, null);
        return store.priced(new QuoteRequest(null, List.of(line)))
                .chain(lines -> exchange.of(buyer, issue(id, lines.get(0), buyer)));
    }

    private Issue issue(CouponId id, OrderLine line, Recipient buyer) {
        return new Issue(id, line, CouponOrigin.STAMPS, buyer, reward.validity(), "buyer");
    }

    /** Stamps go and the coupon comes in one transaction, under the account's lock. */
    @ApplicationScoped
    @WithTransaction
    static class Exchange {
        private final Ledger ledger;
        private final CouponDesk coupons;

        Exchange(Ledger ledger, CouponDesk coupons) {
            this.ledger = ledger;
            this.coupons = coupons;
        }

        Uni<Coupon> of(Recipient buyer, Issue issue) {
            return ledger.locked(buyer)
                    .chain(account -> coupons.find(issue.id())
                            .onItem()
                            .ifNull()
                            .switchTo(() -> pay(account, issue).chain(() -> coupons.issue(issue))));
        }

        private Uni<Account> pay(Account account, Issue issue) {
            return ledger.move(account, Movement.ofStamps(EntryKind.EXCHANGE, -Reward.STAMPS, "coupon:" + issue.id()));
        }
    }
}
