/** Commands and acknowledgements of clients, which are forwarded to the service that owns them. */
package io.sirenorder.gateway.command;
