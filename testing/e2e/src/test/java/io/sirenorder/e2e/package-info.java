/** The stories and the faults, told over HTTP and WebSocket to the running stack. */
package io.sirenorder.e2e;
