/** Events and answers of store-service: stores, prices and the life of an order. */
package io.sirenorder.contracts.store;
