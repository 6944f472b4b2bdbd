package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.QuoteRequest;
import io.sirenorder.coupon.menu.NotSold;
import io.sirenorder.coupon.menu.StoreClient;
import io.sirenorder.coupon.time.Validity;
import io.sirenorder.feed.idempotency.IdempotencyKeyReused;
import io.sirenorder.kit.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/** Publishes coupons at the menu's price of the moment, once per request however often it is repeated. */
@ApplicationScoped
class PublicationDesk {
    private final CouponDesk desk;
    private final StoreClient store;
    private final CouponConfig config;

    PublicationDesk(CouponDesk desk, StoreClient store, CouponConfig config) {
        this.desk = desk;
        this.store = store;
        this.config = config;
    }

    Uni<Coupon> publish(CouponId id, Publication wish, String operator) {
        return desk.find(id)
                .map(earlier -> sameOrRefused(earlier, wish))
                .onItem()
                .ifNull()
                .switchTo(() -> priced(wish).chain(line -> issue(id, wish, line, operator)));
    }

    private Uni<OrderLine> priced(Publication wish) {
        var line = new QuoteRequest.Line(wish.menuItemId(), wish.quantity(), null);
        return store.priced(new QuoteRequest(null, List.of(line)))
                .map(lines -> lines.get(0))
                .onFailure(NotSold.class)
                .transform(unknown -> new InvalidRequest("menuItemId", "is not on the menu"));
    }

    private Uni<Coupon> issue(CouponId id, Publication wish, OrderLine line, String operator) {
        Validity validFor = validity(wish);
        return desk.issue(new Issue(id, line, CouponOrigin.PROMOTION, null, validFor, "operator:" + operator))
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(() -> desk.find(id).map(earlier -> sameOrRefused(earlier, wish)));
    }

    private Coupon sameOrRefused(Coupon earlier, Publication wish) {
        if (earlier == null) {
            return null;
        }
        if (!earlier.wasPublishedAs(wish, validity(wish))) {
            throw new IdempotencyKeyReused();
        }
        return earlier;
    }

    private Validity validity(Publication wish) {
        return wish.validFor() == null ? config.validity() : wish.validFor();
    }
}
