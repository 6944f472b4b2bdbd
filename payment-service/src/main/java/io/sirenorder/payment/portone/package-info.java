/** The only place that knows PortOne's words: both of its APIs, its webhooks and its custom data. */
package io.sirenorder.payment.portone;
