/** Faults and rehearsals on a running stack under load, and the invariants that have to hold after them. */
package io.sirenorder.local.chaos;
