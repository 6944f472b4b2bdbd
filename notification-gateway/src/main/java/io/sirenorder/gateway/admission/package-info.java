/** Who may open a socket, decided before the 101. */
package io.sirenorder.gateway.admission;
