/** The house's menu, the differences of a store, and prices of lines. */
package io.sirenorder.store.menu;
