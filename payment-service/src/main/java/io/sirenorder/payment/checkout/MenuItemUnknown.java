package io.sirenorder.payment.checkout;

import io.sirenorder.kit.problem.Problem;

/** The menu has no such item. */
class MenuItemUnknown extends Problem {
    private static final int STATUS = 404;

    MenuItemUnknown() {
        super(STATUS);
    }
}
