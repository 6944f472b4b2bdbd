/** What other services tell of orders and gifts. */
package io.sirenorder.payment.outcome;
