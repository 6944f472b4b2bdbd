/** What can be made to go wrong, how often, and by which seed. */
package io.sirenorder.simulator.fault;
