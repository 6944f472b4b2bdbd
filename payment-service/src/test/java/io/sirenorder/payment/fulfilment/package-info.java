/** Tests of the comparison of payments with what they became. */
package io.sirenorder.payment.fulfilment;
