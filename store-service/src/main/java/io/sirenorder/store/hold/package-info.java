/** Holds: stock and kitchen time that a checkout or an order has taken, and the one rule by which they are given back. */
package io.sirenorder.store.hold;
