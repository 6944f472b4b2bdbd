package io.sirenorder.store.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Tender;
import java.util.List;

/**
 * What was paid for, and by whom.
 *
 * @param amountKrw charged
 * @param discountKrw covered by points or a coupon
 */
public record Placement(
        OrderId orderId,
        StoreId storeId,
        Recipient buyer,
        List<OrderLine> lines,
        Krw amountKrw,
        Krw discountKrw,
        Tender tender,
        Pickup pickup,
        String note) {}
