/** Who hears what of stores and orders on a socket. */
package io.sirenorder.store.notification;
