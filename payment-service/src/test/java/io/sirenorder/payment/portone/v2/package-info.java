/** Tests of V2's signature. */
package io.sirenorder.payment.portone.v2;
