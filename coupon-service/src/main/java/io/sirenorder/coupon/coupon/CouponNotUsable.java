package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Conflict;

/** The code is wrong, another buyer's, used, expired or revoked: the answer does not tell which. */
public class CouponNotUsable extends Conflict {}
