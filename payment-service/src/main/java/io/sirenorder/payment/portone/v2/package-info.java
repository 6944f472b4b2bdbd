/** PortOne V2. */
package io.sirenorder.payment.portone.v2;
