/** Leaving without losing anybody, and telling the ingress so. */
package io.sirenorder.gateway.drain;
