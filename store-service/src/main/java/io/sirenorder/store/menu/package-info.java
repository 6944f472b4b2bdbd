/** What may be ordered: the house's menu, and where a store differs from it. */
package io.sirenorder.store.menu;
