package io.sirenorder.contracts.store;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import java.time.Instant;
import java.util.List;

/**
 * An order as its buyer and its store see it: nothing in it names a person.
 *
 * @param number the ticket number, per store and business day
 * @param version grows by one with each change; the higher one wins
 * @param amountKrw what was charged; with {@code discountKrw}, what points or a coupon covered, it is the menu's price
 * @param deliveredAt when the first till acknowledged it, or null
 * @param refund null while nothing is to be paid back
 */
public record OrderView(
        OrderId orderId,
        StoreId storeId,
        String storeName,
        String number,
        OrderStatus status,
        long version,
        List<OrderLine> lines,
        Krw amountKrw,
        Krw discountKrw,
        Tender tender,
        Pickup pickup,
        String note,
        Instant placedAt,
        Instant deliveredAt,
        Instant readyBy,
        Reason reason,
        String message,
        RefundProgress refund,
        List<TimelineEntry> timeline) {

    /** The menu's price: what the store sold. */
    public Krw priceKrw() {
        return amountKrw.plus(discountKrw);
    }
}
