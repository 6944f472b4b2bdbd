/** Tests of payments found without a webhook, and of the proof that the money agrees. */
package io.sirenorder.payment.reconciliation;
