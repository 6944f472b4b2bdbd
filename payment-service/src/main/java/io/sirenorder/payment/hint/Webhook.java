package io.sirenorder.payment.hint;

import io.sirenorder.payment.portone.PaymentReference;
import io.sirenorder.payment.portone.PortOneVersion;
import io.vertx.mutiny.sqlclient.Row;

/** A stored webhook that is being worked off. */
record Webhook(long id, PaymentReference payment, boolean expected, int tries, int failures) {
    static Webhook of(Row row) {
        PaymentReference payment = new PaymentReference(
                PortOneVersion.valueOf(row.getString("portone_version")),
                row.getString("account"),
                row.getString("payment_id"),
                row.getString("transaction_id"));
        return new Webhook(
                row.getLong("id"),
                payment,
                row.getBoolean("expected"),
                row.getInteger("tries"),
                row.getInteger("failures"));
    }
}
