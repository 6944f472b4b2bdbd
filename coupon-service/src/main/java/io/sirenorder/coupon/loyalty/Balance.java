package io.sirenorder.coupon.loyalty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A buyer's stamps and points. */
@Schema(name = "LoyaltyBalance")
record Balance(long points, long stamps) {}
