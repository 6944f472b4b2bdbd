package io.sirenorder.store.coupon;

import io.sirenorder.kit.problem.Conflict;

/** The coupon is unknown, not the buyer's, used or expired; the answer does not tell which. */
public class CouponNotUsable extends Conflict {}
