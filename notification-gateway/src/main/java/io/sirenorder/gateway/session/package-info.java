/** Live sockets: who is on the other end, what was said to them, and when they have to go. */
package io.sirenorder.gateway.session;
