package io.sirenorder.coupon.coupon;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sirenorder.contracts.coupon.CouponView;
import java.util.List;

/** A coupon and what became of it so far. */
record CouponDetail(@JsonUnwrapped CouponView coupon, String code, List<CouponStep.CouponTimelineEntry> timeline) {}
