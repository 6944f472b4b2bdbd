package io.sirenorder.store.hold;

import io.sirenorder.store.storefront.KitchenLoad.Load;

/**
 * Circumstances that a claim meets at its store.
 *
 * @param counts whether the store counts any of the items that are claimed
 */
record Ahead(Load load, boolean counts) {}
