/** Reports to Redis which recipients have a socket. */
package io.sirenorder.gateway.presence;
