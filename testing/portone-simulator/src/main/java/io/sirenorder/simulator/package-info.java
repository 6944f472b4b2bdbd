/** PortOne on loopback: its V1 and V2 API, its webhooks and its console, with fault knobs. */
package io.sirenorder.simulator;
