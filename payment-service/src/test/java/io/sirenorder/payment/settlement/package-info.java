/** Settlement of payments, tried against every fault. */
package io.sirenorder.payment.settlement;
