/** The drops below websockets-next, to Vert.x and Netty, and nowhere else: close codes, pending bytes, pausing, cutting. */
package io.sirenorder.gateway.wire;
