package io.sirenorder.store.storefront;

import io.sirenorder.kit.problem.NotFound;

/** There is no such store, or it is another merchant's: the answer is the same. */
public class StoreUnknown extends NotFound {}
