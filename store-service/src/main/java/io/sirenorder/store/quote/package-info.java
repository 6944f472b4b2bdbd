/** Quotes: price and ready window of lines at a store now, without taking anything. */
package io.sirenorder.store.quote;
