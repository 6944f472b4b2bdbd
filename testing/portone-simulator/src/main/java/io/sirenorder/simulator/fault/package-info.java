/** Faults: their kinds, rules and seeded dice. */
package io.sirenorder.simulator.fault;
