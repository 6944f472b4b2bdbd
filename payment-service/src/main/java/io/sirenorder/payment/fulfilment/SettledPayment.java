package io.sirenorder.payment.fulfilment;

import io.sirenorder.contracts.Krw;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * A checkout as our books have it.
 *
 * @param verdict {@code APPROVED}, {@code REJECTED}, or null while nothing was paid
 * @param outcome {@code ORDER}, {@code GIFT}, {@code REFUNDED} or null
 * @param chargedKrw to be charged, and charged where it is approved
 * @param cancelledKrw what PortOne shows as taken back
 * @param hasRefund whether a refund was ever asked for
 * @param giftRefundKrw what was asked to be paid back for a gift that ended unused
 * @param cancelledOutside whether PortOne took all of it back on its own
 */
record SettledPayment(
        UUID id,
        String verdict,
        String outcome,
        Krw chargedKrw,
        Krw pointsKrw,
        Krw cancelledKrw,
        boolean hasRefund,
        Krw giftRefundKrw,
        boolean cancelledOutside,
        boolean isGift) {

    static SettledPayment of(Row row) {
        return new SettledPayment(
                row.getUUID("id"),
                row.getString("verdict"),
                row.getString("outcome"),
                Krw.of(row.getLong("charged_krw")),
                Krw.of(row.getLong("points_krw")),
                Krw.of(row.getLong("cancelled_krw")),
                row.getBoolean("has_refund"),
                Krw.of(row.getLong("gift_refund_krw")),
                row.getBoolean("cancelled_outside"),
                row.getBoolean("is_gift"));
    }

    boolean isApproved() {
        return "APPROVED".equals(verdict);
    }

    /** Whether its money went back, is going back, or went back without us. */
    boolean isGoingBack() {
        return hasRefund || cancelledOutside || "REFUNDED".equals(outcome);
    }

    Krw totalKrw() {
        return chargedKrw.plus(pointsKrw);
    }
}
