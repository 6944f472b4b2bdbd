/** What something would cost, there and now: asked by the neighbours before anybody pays. */
package io.sirenorder.store.quote;
