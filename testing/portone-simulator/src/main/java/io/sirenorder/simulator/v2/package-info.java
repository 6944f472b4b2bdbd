/** The V2 API as {@code api.portone.io} speaks it. */
package io.sirenorder.simulator.v2;
