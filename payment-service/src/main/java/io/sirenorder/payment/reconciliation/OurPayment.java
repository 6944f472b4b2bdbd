package io.sirenorder.payment.reconciliation;

import io.sirenorder.contracts.Krw;
import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOnePayment;
import io.sirenorder.payment.portone.PortOneVersion;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A settled payment in our books.
 *
 * @param open whether a refund of it is still on its way
 * @param manual whether a person has to settle one
 * @param target what its ended refunds brought the cancelled amount to
 * @param byHand what operators paid back outside of PortOne
 * @param told whether the cancellation by PortOne was announced
 * @param fresh whether it was settled or refunded a moment ago
 */
record OurPayment(
        UUID checkoutId,
        PaymentReference reference,
        String verdict,
        String outcome,
        BigDecimal paid,
        BigDecimal cancelled,
        String currency,
        boolean open,
        boolean manual,
        BigDecimal target,
        Krw byHand,
        boolean told,
        boolean fresh) {

    static OurPayment of(Row row) {
        PaymentReference reference = new PaymentReference(
                PortOneVersion.valueOf(row.getString("portone_version")),
                row.getString("account"),
                row.getString("payment_id"),
                row.getString("transaction_id"));
        return new OurPayment(
                row.getUUID("id"),
                reference,
                row.getString("verdict"),
                row.getString("outcome"),
                row.getBigDecimal("paid"),
                row.getBigDecimal("cancelled"),
                row.getString("currency"),
                row.getBoolean("open"),
                row.getBoolean("manual"),
                row.getBigDecimal("target"),
                Krw.of(row.getLong("by_hand")),
                row.getBoolean("told"),
                row.getBoolean("fresh"));
    }

    boolean agrees(PortOnePayment seen) {
        return paid.compareTo(seen.total()) == 0
                && cancelled.compareTo(seen.cancelled()) == 0
                && currency.equals(seen.currency());
    }

    /** Whether it is still becoming something. */
    boolean isOnItsWay() {
        return open || fresh;
    }

    boolean isWhollyCancelled() {
        return cancelled.compareTo(paid) >= 0;
    }

    /** Whether all of it went back, by PortOne and by hand together. */
    boolean isWhollyBack() {
        return byHand.isPositive() || isWhollyCancelled();
    }
}
