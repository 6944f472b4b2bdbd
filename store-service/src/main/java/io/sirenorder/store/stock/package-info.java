/** Pieces of counted items at stores: on hand, held for checkouts, sold. */
package io.sirenorder.store.stock;
