package io.sirenorder.contracts.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Promise;
import java.util.List;

/**
 * An order to be placed, at the price that the store quoted.
 *
 * @param promise window that the buyer was told before paying; null where there was none
 */
public record OrderDraft(StoreId storeId, List<OrderLine> lines, Pickup pickup, String note, Promise promise) {
    @JsonCreator
    public OrderDraft {}

    public OrderDraft(StoreId storeId, List<OrderLine> lines, Pickup pickup, String note) {
        this(storeId, lines, pickup, note, null);
    }
}
