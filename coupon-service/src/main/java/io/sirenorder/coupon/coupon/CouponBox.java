package io.sirenorder.coupon.coupon;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.MenuItemId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.code.CodeVault;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.page.PagePosition;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Coupons of a holder, with the codes that only the holder may read, and all coupons for operators. */
@ApplicationScoped
@WithTransaction
public class CouponBox {
    static final PageCursor CURSOR = new PageCursor("coupons", 2);

    private final Coupons coupons;
    private final CodeVault vault;

    CouponBox(Coupons coupons, CodeVault vault) {
        this.coupons = coupons;
        this.vault = vault;
    }

    Uni<Page<BoxedCoupon>> of(
            List<Recipient> holders, Set<CouponStatus> statuses, PagePosition after, PageLimit limit) {
        return coupons.box(holders, statuses, after, limit.plusOne())
                .map(found -> Page.of(found, limit, coupon -> position(coupon).cursor(CURSOR))
                        .map(this::boxed));
    }

    private static PagePosition position(Coupon coupon) {
        return new PagePosition(coupon.issuedAt, coupon.couponId);
    }

    /** All coupons, for operators: without codes. */
    Uni<Page<BoxedCoupon>> all(Set<CouponStatus> statuses, MenuItemId item, PagePosition after, PageLimit limit) {
        return coupons.all(statuses, item, after, limit.plusOne())
                .map(found -> Page.of(found, limit, coupon -> position(coupon).cursor(CURSOR))
                        .map(coupon -> new BoxedCoupon(coupon.view(), null)));
    }

    /** Any coupon with its timeline, for operators: without its code, with the actors' digests. */
    Uni<CouponDetail> any(CouponId id) {
        return coupons.findById(id.value())
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .chain(coupon -> coupons.timeline(id)
                        .map(steps -> new CouponDetail(
                                coupon.view(),
                                null,
                                steps.stream().map(CouponStep::viewForOperators).toList())));
    }

    /** One of theirs, with its timeline. */
    Uni<CouponDetail> one(CouponId id, List<Recipient> holders) {
        return coupons.findById(id.value())
                .map(coupon -> coupon == null || !coupon.isHeldBy(holders) ? null : coupon)
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .chain(coupon -> coupons.timeline(id)
                        .map(steps -> new CouponDetail(
                                coupon.view(),
                                codeOf(coupon),
                                steps.stream().map(CouponStep::view).toList())));
    }

    /** With its code, for the one it belongs to. */
    public BoxedCoupon boxed(Coupon coupon) {
        return new BoxedCoupon(coupon.view(), codeOf(coupon));
    }

    private String codeOf(Coupon coupon) {
        return coupon.status.isAlive() ? readable(coupon) : null;
    }

    /** The coupon's code, for the operator who published it. */
    String readable(Coupon coupon) {
        return vault.open(coupon.codeSealed, coupon.id()).readable();
    }
}
