/** What a payment becomes, once it is looked up: one path for webhooks, reconciler and client. */
package io.sirenorder.payment.settlement;
