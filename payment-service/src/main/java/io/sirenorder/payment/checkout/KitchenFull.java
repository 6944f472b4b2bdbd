package io.sirenorder.payment.checkout;

import java.util.Map;

/** The kitchen has no time left for this order today. */
class KitchenFull extends StoreRefusal {
    KitchenFull(Map<String, Object> members) {
        super(members);
    }
}
