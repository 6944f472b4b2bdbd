/** PortOne V1, formerly iamport. */
package io.sirenorder.payment.portone.v1;
