package io.sirenorder.coupon.loyalty;

/** A buyer's stamps and points. */
record Balance(long points, long stamps) {}
