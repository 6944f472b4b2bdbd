/** Stores, their menus, and the orders they fulfil. */
package io.sirenorder.store;
