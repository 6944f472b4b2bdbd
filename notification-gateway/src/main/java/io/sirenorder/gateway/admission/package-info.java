/** Admission of sockets: authentication, origins, tickets and limits, before the 101. */
package io.sirenorder.gateway.admission;
