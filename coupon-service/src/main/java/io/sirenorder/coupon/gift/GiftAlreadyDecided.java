package io.sirenorder.coupon.gift;

import io.sirenorder.kit.problem.Conflict;

/** The gift is used, about to be used, declined or over. */
class GiftAlreadyDecided extends Conflict {}
