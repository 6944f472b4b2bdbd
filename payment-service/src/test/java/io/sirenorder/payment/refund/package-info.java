/** Money on its way back, tried against every fault. */
package io.sirenorder.payment.refund;
