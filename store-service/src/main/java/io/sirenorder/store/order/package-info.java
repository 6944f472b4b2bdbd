/** The life of an order, from the moment it is paid for to its end. */
package io.sirenorder.store.order;
