package io.sirenorder.merchant.registration;

import io.sirenorder.contracts.store.StoreProfile;

/**
 * A merchant to be registered.
 *
 * @param handle in lower case, or null
 */
record NewMerchant(String passwordHash, String handle, StoreProfile store) {}
