package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import java.util.List;

/**
 * The answer to a {@link QuoteRequest} or a {@link HoldRequest}.
 *
 * @param storeName null with {@code storeId}, for a gift
 * @param portoneMerchantCode the store's own account at PortOne, or null
 * @param promise expected ready window; null for a gift
 * @param units kitchen work of all lines, in pieces made by hand; null for a gift
 */
public record Quote(
        StoreId storeId,
        String storeName,
        List<OrderLine> lines,
        Krw totalKrw,
        String portoneMerchantCode,
        Promise promise,
        Integer units) {
    @JsonCreator
    public Quote {}

    public Quote(StoreId storeId, String storeName, List<OrderLine> lines, Krw totalKrw, String portoneMerchantCode) {
        this(storeId, storeName, lines, totalKrw, portoneMerchantCode, null, null);
    }

    /**
     * The price alone, of what nothing was taken for. A ready window that stands in an order tells the store that the order
     * holds stock and kitchen time already.
     */
    public Quote withoutPromise() {
        return new Quote(storeId, storeName, lines, totalKrw, portoneMerchantCode);
    }
}
