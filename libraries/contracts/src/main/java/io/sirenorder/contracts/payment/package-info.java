/** Events of payment-service: payments and refunds. */
package io.sirenorder.contracts.payment;
