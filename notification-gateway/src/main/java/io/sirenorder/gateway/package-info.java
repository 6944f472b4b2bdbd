/** The one door for sockets: it delivers messages to recipients and never asks what they are about. */
package io.sirenorder.gateway;
