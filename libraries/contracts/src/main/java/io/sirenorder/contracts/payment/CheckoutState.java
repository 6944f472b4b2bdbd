package io.sirenorder.contracts.payment;

/**
 * {@code GET /internal/checkouts/{id}}: status of a checkout for the services that took something for it; 404 says that
 * it was never made and never will be.
 *
 * @param status {@code OPEN}, {@code PAID} or {@code EXPIRED}
 * @param outcome {@code ORDER}, {@code GIFT} or {@code REFUNDED} once the payment is decided, else null
 */
public record CheckoutState(String status, String outcome) {}
