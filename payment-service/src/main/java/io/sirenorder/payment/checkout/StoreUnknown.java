package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.NotFound;

/** There is no such store. */
class StoreUnknown extends NotFound {}
