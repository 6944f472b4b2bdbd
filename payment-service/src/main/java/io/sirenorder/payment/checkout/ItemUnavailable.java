package io.sirenorder.payment.checkout;

import java.util.Map;

/** The store does not have an item now, or not as many pieces of it. */
class ItemUnavailable extends StoreRefusal {
    ItemUnavailable(Map<String, Object> members) {
        super(members);
    }
}
