/** PortOne's words, tried against its simulator, its own client and the shapes of its answers. */
package io.sirenorder.payment.portone;
