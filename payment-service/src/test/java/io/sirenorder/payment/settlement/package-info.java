/** What payments become, tried against every fault. */
package io.sirenorder.payment.settlement;
