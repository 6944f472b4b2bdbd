package io.sirenorder.coupon.loyalty;

import io.sirenorder.kit.problem.Conflict;

/** Points are wanted for a checkout that came to nothing meanwhile. */
class CheckoutEnded extends Conflict {}
