/** Promises to sell at a price. */
package io.sirenorder.payment.checkout;
