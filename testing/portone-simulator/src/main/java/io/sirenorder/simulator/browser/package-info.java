/** PortOne's browser SDKs and the payment window that they lead to. */
package io.sirenorder.simulator.browser;
