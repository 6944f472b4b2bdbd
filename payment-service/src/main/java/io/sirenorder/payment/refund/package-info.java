/** Money on its way back, as rows that are worked off. */
package io.sirenorder.payment.refund;
