/** Draining: a node leaves without losing a session, and tells the ingress. */
package io.sirenorder.gateway.drain;
