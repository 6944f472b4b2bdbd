/** Rules of who is notified of stores and orders on a socket. */
package io.sirenorder.store.notification;
