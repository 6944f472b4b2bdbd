package io.sirenorder.payment.portone;

/**
 * A hint that something may have happened to a payment; nothing in it is believed.
 *
 * @param dedupeKey the same for each delivery of one and the same message
 * @param signed whether PortOne proved to be its sender
 */
public record PaymentHint(PaymentReference payment, String kind, String dedupeKey, boolean signed) {

    /** Makes a hint of a payment that PortOne's own list shows otherwise than our books. */
    public static PaymentHint listed(PortOnePayment seen) {
        String key =
                "list:" + seen.version() + ":" + seen.transactionId() + ":" + seen.state() + ":" + seen.cancelled();
        return new PaymentHint(seen.reference(), "listed", key, true);
    }
}
