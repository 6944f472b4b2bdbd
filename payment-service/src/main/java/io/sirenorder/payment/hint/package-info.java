/** Hints about payments, from webhooks and PortOne's list: stored first, settled after. */
package io.sirenorder.payment.hint;
