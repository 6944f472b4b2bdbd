/** Promises, tried. */
package io.sirenorder.payment.checkout;
