package io.sirenorder.coupon.loyalty;

/** What a buyer has. */
record Balance(long points, long stamps) {}
