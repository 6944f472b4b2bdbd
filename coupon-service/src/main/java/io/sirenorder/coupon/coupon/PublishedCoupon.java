package io.sirenorder.coupon.coupon;

import io.sirenorder.contracts.CouponId;
import io.sirenorder.contracts.Krw;
import java.time.Instant;

/** A fresh coupon, to its publisher: the code is shown here and to its holder, nowhere else. */
record PublishedCoupon(String code, CouponId couponId, String name, Krw faceValueKrw, Instant expiresAt) {}
