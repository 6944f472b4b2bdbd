/** What tills say over their sockets, as the gateway passes it on. */
package io.sirenorder.store.till;
