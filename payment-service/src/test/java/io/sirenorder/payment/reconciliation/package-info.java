/** Finding what nobody told us, and proving that the money agrees. */
package io.sirenorder.payment.reconciliation;
