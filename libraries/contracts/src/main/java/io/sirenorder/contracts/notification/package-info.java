/** Messages to people on sockets, and how they lie in Redis between a service and the gateway. */
package io.sirenorder.contracts.notification;
