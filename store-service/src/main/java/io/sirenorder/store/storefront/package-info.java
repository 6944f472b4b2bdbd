/** Stores as buyers find them and as their merchants describe, open and close them. */
package io.sirenorder.store.storefront;
