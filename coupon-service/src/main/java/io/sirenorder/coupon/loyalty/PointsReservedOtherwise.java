package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Conflict;

/** The checkout has points of another buyer or another number of them set aside. */
class PointsReservedOtherwise extends Conflict {}
