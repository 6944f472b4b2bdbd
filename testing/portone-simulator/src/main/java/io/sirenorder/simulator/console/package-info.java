/** The buyer's payment window, the merchant's console and the knobs of the simulator itself. */
package io.sirenorder.simulator.console;
