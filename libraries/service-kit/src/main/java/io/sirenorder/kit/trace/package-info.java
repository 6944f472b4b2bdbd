/** The trace that follows an order across services and the feed. */
package io.sirenorder.kit.trace;
