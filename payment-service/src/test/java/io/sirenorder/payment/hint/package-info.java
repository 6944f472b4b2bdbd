/** Tests of webhooks, from PortOne and from strangers. */
package io.sirenorder.payment.hint;
