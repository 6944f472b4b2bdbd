package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Conflict;

/** The checkout is paid, expired or given up already. */
class CheckoutEnded extends Conflict {}
