/** The log of what operators changed by hand. */
package io.sirenorder.payment.audit;
