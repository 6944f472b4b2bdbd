/** The results of approved payments, as the other services' events tell. */
package io.sirenorder.payment.outcome;
