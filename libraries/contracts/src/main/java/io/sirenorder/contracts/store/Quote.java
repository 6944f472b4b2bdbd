package io.sirenorder.contracts.store;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.StoreId;
import java.util.List;

/**
 * The answer to a {@link QuoteRequest}.
 *
 * @param storeName null with {@code storeId}, for a gift
 * @param portoneMerchantCode the store's own account at PortOne, or null
 */
public record Quote(
        StoreId storeId, String storeName, List<OrderLine> lines, Krw totalKrw, String portoneMerchantCode) {}
