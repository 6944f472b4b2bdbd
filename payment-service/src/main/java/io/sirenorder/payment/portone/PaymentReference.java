package io.sirenorder.payment.portone;

/**
 * The numbers under which PortOne knows a payment.
 *
 * @param account code of the account that has it; null in an unsigned hint, whose checkout tells the account
 * @param paymentId the merchant's number: ours, where there was a checkout
 * @param transactionId PortOne's own number, or null while it is unknown
 */
public record PaymentReference(PortOneVersion version, String account, String paymentId, String transactionId) {}
