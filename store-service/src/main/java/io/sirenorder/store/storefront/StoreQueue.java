package io.sirenorder.store.storefront;

/**
 * Work of a store's kitchen now.
 *
 * @param waiting orders that wait for an answer
 * @param making orders that are being made
 * @param minutes until an order of one piece would be ready
 */
record StoreQueue(int waiting, int making, int minutes) {}
