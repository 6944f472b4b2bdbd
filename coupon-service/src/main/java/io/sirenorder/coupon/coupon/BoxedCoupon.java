package io.sirenorder.coupon.coupon;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sirenorder.contracts.coupon.CouponView;
import jakarta.annotation.Nullable;

/**
 * A coupon as its holder sees it.
 *
 * @param code to be shown at use; null when it is good for nothing any more
 */
public record BoxedCoupon(
        @JsonUnwrapped CouponView coupon, @Nullable String code) {}
