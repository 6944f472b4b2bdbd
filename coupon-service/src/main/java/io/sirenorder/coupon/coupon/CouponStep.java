package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.OrderId;
import jakarta.annotation.Nullable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One change of a coupon, by whom and why; written once. */
@Entity
@Table(name = "coupon_timeline")
class CouponStep {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID couponId;
    long version;
    String step;
    String actor;
    String reason;
    UUID orderId;
    Instant at;

    protected CouponStep() {}

    CouponStep(Coupon coupon, String step, OrderId order, Cause because, Instant at) {
        this.couponId = coupon.couponId;
        this.version = coupon.version;
        this.step = step;
        this.actor = because.actor();
        this.reason = because.reason();
        this.orderId = order == null ? null : order.value();
        this.at = at;
    }

    /** The step for operators, with the digest of the operator who acted. */
    CouponTimelineEntry viewForOperators() {
        return new CouponTimelineEntry(step, actor, reason, at);
    }

    /** The step for the coupon's holder, without the operator who acted. */
    CouponTimelineEntry view() {
        return new CouponTimelineEntry(step, actor.replaceAll(":.*", ""), reason, at);
    }

    /** A step for people. */
    record CouponTimelineEntry(
            String step, String actor, @Nullable String reason, Instant at) {}
}
