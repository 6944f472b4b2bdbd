/** The comparison of settled payments with the orders, gifts and wallet entries that they became in other services. */
package io.sirenorder.payment.fulfilment;
