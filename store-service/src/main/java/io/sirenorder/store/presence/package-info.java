/** Which stores have a till on the line, as the gateways report it in Redis. */
package io.sirenorder.store.presence;
