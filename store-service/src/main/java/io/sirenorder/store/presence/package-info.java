/** Stores with a connected till, as the gateways report it in Redis. */
package io.sirenorder.store.presence;
