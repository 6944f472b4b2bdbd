/** What store-service tells the others: stores, prices and the life of an order. */
package io.sirenorder.contracts.store;
