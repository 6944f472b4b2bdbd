/** The buyer in the payment window: pays, fails or leaves. */
package io.sirenorder.simulator.purchase;
