package io.sirenorder.coupon.gift;

import io.sirenorder.kit.problem.Conflict;

/** It is used, about to be used, declined or over. */
class GiftAlreadyDecided extends Conflict {}
