package io.sirenorder.coupon.coupon;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.coupon.code.CodeVault;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.problem.NotFound;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** The coupons that somebody holds, with the codes that only they may read. */
@ApplicationScoped
@WithTransaction
public class CouponBox {
    private final Coupons coupons;
    private final CodeVault vault;

    CouponBox(Coupons coupons, CodeVault vault) {
        this.coupons = coupons;
        this.vault = vault;
    }

    Uni<Page<BoxedCoupon>> of(List<Recipient> holders, Set<CouponStatus> statuses, BoxPosition after, PageLimit limit) {
        return coupons.box(holders, statuses, after, limit.plusOne())
                .map(found -> Page.of(found, limit, coupon -> position(coupon).cursor())
                        .map(this::boxed));
    }

    private static BoxPosition position(Coupon coupon) {
        return new BoxPosition(coupon.issuedAt, coupon.couponId);
    }

    /** One of theirs, with its story. */
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

    /** Its code, for who published it. */
    String readable(Coupon coupon) {
        return vault.open(coupon.codeSealed, coupon.id()).readable();
    }
}
