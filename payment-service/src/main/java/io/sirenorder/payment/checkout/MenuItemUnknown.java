package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.NotFound;

/** The menu has no such item. */
class MenuItemUnknown extends NotFound {}
