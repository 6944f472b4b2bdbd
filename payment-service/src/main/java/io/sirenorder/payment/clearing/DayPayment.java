package io.sirenorder.payment.clearing;

import io.sirenorder.contracts.Krw;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment of the day, as our books have it now.
 *
 * @param storeId null for gifts, and for payments that named none
 * @param heldKrw paid, less what PortOne took back and what operators paid back by hand
 * @param isOnItsWay whether a refund of it is under way or waits for an operator, or its order is not known yet
 */
record DayPayment(
        UUID id,
        Instant settledAt,
        UUID storeId,
        boolean isGift,
        boolean isApproved,
        Krw paidKrw,
        Krw cancelledKrw,
        Krw heldKrw,
        boolean isOnItsWay) {

    static DayPayment of(Row row) {
        return new DayPayment(
                row.getUUID("id"),
                row.getOffsetDateTime("settled_at").toInstant(),
                row.getUUID("store_id"),
                row.getBoolean("is_gift"),
                row.getBoolean("is_approved"),
                Krw.of(row.getLong("paid_krw")),
                Krw.of(row.getLong("cancelled_krw")),
                Krw.of(row.getLong("held_krw")),
                row.getBoolean("on_its_way"));
    }
}
