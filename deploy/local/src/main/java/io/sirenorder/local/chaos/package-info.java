/** Faults on a running stack under load, in an order that a seed gives, and the invariants that have to hold after them. */
package io.sirenorder.local.chaos;
