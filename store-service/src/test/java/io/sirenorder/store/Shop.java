package io.sirenorder.store;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;

/** A store of the tests, and the token of its merchant. */
public record Shop(MerchantId merchant, StoreId store, String token) {
    public Recipient tills() {
        return Recipient.store(store);
    }

    public String path() {
        return "/stores/" + store;
    }
}
