/** From Redis to sockets: the subscription, the mailboxes and resuming from a position. */
package io.sirenorder.gateway.delivery;
