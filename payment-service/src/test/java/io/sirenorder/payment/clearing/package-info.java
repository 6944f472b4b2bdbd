/** Tests of the clearing of days. */
package io.sirenorder.payment.clearing;
