package io.sirenorder.coupon.coupon;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sirenorder.contracts.coupon.CouponView;
import jakarta.annotation.Nullable;
import java.util.List;

/** A coupon and what became of it so far. */
record CouponDetail(
        @JsonUnwrapped CouponView coupon, @Nullable String code, List<CouponStep.CouponTimelineEntry> timeline) {}
