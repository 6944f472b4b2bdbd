package io.sirenorder.contracts.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.StoreId;
import jakarta.annotation.Nullable;
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
 * @param promisedFrom start of the ready window that the buyer was told before paying; null where there was none
 * @param promisedUntil end of that window; it stays when the order is delayed
 * @param answerBy when the order expires unless the store answers; set exactly while the order waits for an answer
 * @param finishedAt when it became ready, or null
 * @param collection {@code AWAITED}, {@code COLLECTED} or {@code UNCLAIMED} once it is ready, else null
 * @param collectedAt when it was handed over, or null
 * @param cancelledKrw the part of what was charged that PortOne took back on its own; null where there is none
 */
public record OrderView(
        OrderId orderId,
        StoreId storeId,
        @Nullable String storeName,
        @Nullable String number,
        OrderStatus status,
        long version,
        List<OrderLine> lines,
        Krw amountKrw,
        Krw discountKrw,
        Tender tender,
        Pickup pickup,
        @Nullable String note,
        Instant placedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readyBy,
        @Nullable Reason reason,
        @Nullable String message,
        @Nullable RefundProgress refund,
        List<TimelineEntry> timeline,
        @Nullable Instant promisedFrom,
        @Nullable Instant promisedUntil,
        @Nullable Instant answerBy,
        @Nullable Instant finishedAt,
        @Nullable String collection,
        @Nullable Instant collectedAt,
        @Nullable Krw cancelledKrw) {
    @JsonCreator
    public OrderView {}

    public OrderView(
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
        this(
                orderId,
                storeId,
                storeName,
                number,
                status,
                version,
                lines,
                amountKrw,
                discountKrw,
                tender,
                pickup,
                note,
                placedAt,
                deliveredAt,
                readyBy,
                reason,
                message,
                refund,
                timeline,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The menu's price: what the store sold. */
    public Krw priceKrw() {
        return amountKrw.plus(discountKrw);
    }
}
