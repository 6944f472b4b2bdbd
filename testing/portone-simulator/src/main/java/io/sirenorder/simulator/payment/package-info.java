/** Payments as PortOne keeps them, the same for both versions of its API. */
package io.sirenorder.simulator.payment;
