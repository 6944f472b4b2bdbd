package io.sirenorder.coupon.coupon;

import io.sirenorder.kit.problem.Conflict;

/** It was paid for: it ends by being declined, by expiry or with its payment, so that its money is settled. */
class CouponBelongsToGift extends Conflict {}
