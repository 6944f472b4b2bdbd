/** The decision about a payment after its look-up: one path for webhooks, pollers and PortOne's list. */
package io.sirenorder.payment.settlement;
