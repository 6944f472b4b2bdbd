package io.sirenorder.coupon.gift;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CheckoutId;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.GiftId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.coupon.CouponOrigin;
import io.sirenorder.contracts.payment.PaymentEvent.PaymentApproved;
import io.sirenorder.contracts.payment.Purchase;
import io.sirenorder.coupon.coupon.Cause;
import io.sirenorder.coupon.coupon.Coupon;
import io.sirenorder.coupon.coupon.CouponDesk;
import io.sirenorder.coupon.coupon.Issue;
import io.sirenorder.coupon.loyalty.Percent;
import io.sirenorder.coupon.loyalty.PointsDesk;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The use cases of gifts: sending after the payment, opening, declining, expiry. */
@ApplicationScoped
@WithTransaction
public class GiftDesk {
    private final Gifts gifts;
    private final CouponDesk coupons;
    private final PointsDesk points;
    private final GiftLog log;
    private final GiftConfig config;

    GiftDesk(Gifts gifts, CouponDesk coupons, PointsDesk points, GiftLog log, GiftConfig config) {
        this.gifts = gifts;
        this.coupons = coupons;
        this.points = points;
        this.log = log;
        this.config = config;
    }

    /** A paid gift: its coupon lies in the recipient's box at once, whether or not they are known yet. Once per payment. */
    public Uni<Void> send(PaymentApproved paid) {
        return gifts.findById(paid.checkoutId().value())
                .onItem()
                .ifNull()
                .switchTo(() -> coupons.issue(couponOf(paid)).chain(coupon -> wrap(paid, coupon)))
                .replaceWithVoid();
    }

    private Issue couponOf(PaymentApproved paid) {
        return new Issue(
                new CouponId(paid.checkoutId().value()),
                paid.gift().line(),
                CouponOrigin.GIFT,
                paid.gift().to(),
                config.validity(),
                "payment");
    }

    private Uni<Gift> wrap(PaymentApproved paid, Coupon coupon) {
        Gift gift = Gift.of(paid, coupon.issuedAt(), coupon.expiresAt());
        return gifts.persist(gift).chain(() -> log.told(gift, gift.sent()));
    }

    /** A gift for its sender or recipient; fails with {@link NotFound} for others. */
    Uni<Gift> look(GiftId id, List<Recipient> who) {
        return gifts.findById(id.value())
                .map(gift -> gift != null && (gift.isFor(who) || gift.isFrom(who)) ? gift : null)
                .onItem()
                .ifNull()
                .failWith(NotFound::new);
    }

    /** The payment that it was made of; fails with {@link NotFound}. */
    Uni<Purchase> purchase(GiftId id) {
        return gifts.findById(id.value())
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .chain(gift -> coupons.find(new CouponId(id.value())).map(coupon -> gift.purchase(coupon.line())));
    }

    /** Records the recipient's first look; a repetition changes nothing. */
    Uni<Gift> open(GiftId id) {
        return gifts.locked(id.value())
                .chain(gift -> gift.isUnopened()
                        ? log.decide(gift, gift::open)
                        : Uni.createFrom().item(gift));
    }

    /** The recipient does not want it: its coupon is void, its money goes back to the payer by the policy. */
    Uni<Gift> decline(GiftId id, List<Recipient> who) {
        return coupons.locked(new CouponId(id.value()))
                .chain(coupon -> gifts.locked(id.value())
                        .map(gift -> gift == null || !gift.isFor(who) ? null : gift)
                        .onItem()
                        .ifNull()
                        .failWith(NotFound::new)
                        .call(gift -> checkUndecided(gift, coupon))
                        .call(() -> coupons.revoke(coupon, Cause.buyer("gift-declined")))
                        .chain(gift -> log.decide(
                                gift, at -> gift.decline(config.refundPercent().declined(), at)))
                        .call(gift -> payBack(gift, config.refundPercent().declined())));
    }

    private Uni<Void> checkUndecided(Gift gift, Coupon coupon) {
        return log.now()
                .invoke(at -> {
                    if (!coupon.isFree() || !gift.isAlive() || !at.isBefore(coupon.expiresAt())) {
                        throw new GiftAlreadyDecided();
                    }
                })
                .replaceWithVoid();
    }

    /** Ends a gift that was not used in time, whose coupon the caller has locked. */
    Uni<Gift> expire(Coupon coupon) {
        return coupons.expire(coupon)
                .chain(() -> gifts.locked(coupon.id().value()))
                .chain(gift -> log.decide(
                        gift, at -> gift.expire(config.refundPercent().expired(), at)))
                .call(gift -> payBack(gift, config.refundPercent().expired()));
    }

    /** Points go back here and now, money by payment-service; where no money is due, that is all. */
    private Uni<Void> payBack(Gift gift, Percent percent) {
        return points.giveBack(new CheckoutId(gift.giftId), percent)
                .chain(() -> gift.owesNothing()
                        ? log.decide(gift, gift::settle)
                        : Uni.createFrom().item(gift))
                .replaceWithVoid();
    }
}
