package io.sirenorder.coupon.gift;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.Startup;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.coupon.coupon.Cause;
import io.sirenorder.coupon.coupon.Coupon;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.sirenorder.coupon.loyalty.Percent;
import io.sirenorder.coupon.loyalty.PointsDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Ends or restores a gift because of its coupon's order or of the payment that bought it. */
@Startup
@ApplicationScoped
@WithTransaction
public class GiftOutcomes {
    private static final Logger LOG = Logger.getLogger(GiftOutcomes.class);
    private final Gifts gifts;
    private final CouponDesk coupons;
    private final PointsDesk points;
    private final GiftLog log;
    private final Counter usedUnpaid;

    GiftOutcomes(Gifts gifts, CouponDesk coupons, PointsDesk points, GiftLog log, MeterRegistry metrics) {
        this.gifts = gifts;
        this.coupons = coupons;
        this.points = points;
        this.log = log;
        this.usedUnpaid = metrics.counter("siren.gifts.used.unpaid");
    }

    /** Marks the gift of a coupon as used; a coupon without a gift changes nothing. */
    public Uni<Void> used(Coupon coupon) {
        return ofCoupon(coupon, gift -> log.decide(gift, gift::use).invoke(this::countIfUnpaid));
    }

    /**
     * Frees the gift of a coupon that came back, and lets it hold as long as the coupon. A gift whose payment went meanwhile
     * ends now.
     */
    public Uni<Void> givenBack(Coupon coupon) {
        return ofCoupon(
                coupon,
                gift -> backInTheBox(gift, coupon)
                        .chain(() -> gift.isPaymentGone()
                                ? end(gift, coupon)
                                : Uni.createFrom().item(gift)));
    }

    private Uni<Gift> backInTheBox(Gift gift, Coupon coupon) {
        if (gift.isUsed()) {
            return log.decide(gift, at -> gift.giveBack(coupon.expiresAt(), at));
        }
        gift.holdUntil(coupon.expiresAt());
        return Uni.createFrom().item(gift);
    }

    private Uni<Void> ofCoupon(Coupon coupon, Function<Gift, Uni<Gift>> change) {
        return gifts.locked(coupon.id().value())
                .onItem()
                .ifNotNull()
                .transformToUni(change::apply)
                .replaceWithVoid();
    }

    /** The money is back with the payer: by a refund of ours, by a cancellation in PortOne's console, or by a chargeback. */
    public Uni<Void> moneyGone(CheckoutId checkout) {
        return coupons.locked(new CouponId(checkout.value()))
                .onItem()
                .ifNotNull()
                .transformToUni(coupon -> ofCoupon(coupon, gift -> moneyGone(gift, coupon)))
                .replaceWithVoid();
    }

    private Uni<Gift> moneyGone(Gift gift, Coupon coupon) {
        if (gift.isWaitingForRefund()) {
            return log.decide(gift, gift::settle);
        }
        return log.now()
                .invoke(gift::paymentGone)
                .invoke(() -> countIfUnpaid(gift))
                .chain(() -> gift.isAlive() && coupon.isFree()
                        ? end(gift, coupon)
                        : Uni.createFrom().item(gift));
    }

    private Uni<Gift> end(Gift gift, Coupon coupon) {
        return coupons.revoke(coupon, Cause.payment("payment-cancelled"))
                .chain(() -> log.decide(gift, gift::voided))
                .call(() -> points.giveBack(new CheckoutId(gift.giftId), Percent.ALL));
    }

    /** Used and not paid for: nothing can be undone, and an operator is told by the log. */
    private void countIfUnpaid(Gift gift) {
        if (gift.isUsed() && gift.isPaymentGone()) {
            usedUnpaid.increment();
            LOG.warnf("gift %s is used and its payment is gone", gift.giftId);
        }
    }
}
