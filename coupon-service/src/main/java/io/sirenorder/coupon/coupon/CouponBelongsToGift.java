package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Conflict;

/** A coupon of a gift was paid for: it ends as declined, expired or with its payment, so that its money is settled. */
class CouponBelongsToGift extends Conflict {}
