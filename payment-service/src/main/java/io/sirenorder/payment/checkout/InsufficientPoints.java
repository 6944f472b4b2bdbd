package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Conflict;

/** The buyer has fewer points than this. */
class InsufficientPoints extends Conflict {}
