/** Claims about the simulator, most of them checked from outside over HTTP. */
package io.sirenorder.simulator;
