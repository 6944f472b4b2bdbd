/** Tells buyers and tills what became of their payments. */
package io.sirenorder.payment.notification;
