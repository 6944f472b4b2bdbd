package io.sirenorder.payment.portone;

/**
 * The numbers under which PortOne knows a payment.
 *
 * @param paymentId the merchant's number: ours, where there was a checkout
 * @param transactionId PortOne's own number, or null while it is unknown
 */
public record PaymentReference(PortOneVersion version, String paymentId, String transactionId) {}
