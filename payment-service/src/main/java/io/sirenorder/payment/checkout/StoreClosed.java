package io.sirenorder.payment.checkout;

import java.util.Map;

/** The store takes no orders now, so nothing is promised. */
class StoreClosed extends StoreRefusal {
    StoreClosed(Map<String, Object> members) {
        super(members);
    }
}
