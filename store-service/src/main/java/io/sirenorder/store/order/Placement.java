package io.sirenorder.store.order;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.OrderLine;
import io.sirenorder.contracts.store.Pickup;
import io.sirenorder.contracts.store.Promise;
import io.sirenorder.contracts.store.Tender;
import java.util.List;

/**
 * An order that is to be placed: paid for, by points or money or a coupon.
 *
 * @param amountKrw charged
 * @param discountKrw covered by points or a coupon
 * @param promise window that the buyer was told with a hold; null where nothing was held
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
        String note,
        Promise promise) {}
