package io.sirenorder.payment.portone;

/**
 * That something may have happened to a payment; nothing in it is believed.
 *
 * @param dedupeKey the same for each delivery of one and the same message
 * @param signed whether PortOne proved to be its sender
 */
public record PaymentHint(PaymentReference payment, String kind, String dedupeKey, boolean signed) {}
