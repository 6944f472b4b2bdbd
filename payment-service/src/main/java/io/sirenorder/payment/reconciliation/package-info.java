/** Polling for payments that no webhook told of, and the comparison of PortOne's books with ours. */
package io.sirenorder.payment.reconciliation;
