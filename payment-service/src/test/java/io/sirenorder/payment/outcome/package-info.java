/** Events of orders and gifts from other services. */
package io.sirenorder.payment.outcome;
