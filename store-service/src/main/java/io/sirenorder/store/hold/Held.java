package io.sirenorder.store.hold;

import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.store.Quote;

/**
 * A row of {@code holds}, locked.
 *
 * @param store null where the row only remembers that its checkout ended
 * @param units kitchen work that it took
 * @param quote answer to the checkout; null where nothing was quoted
 */
record Held(HoldStatus status, StoreId store, String digest, int units, Quote quote) {}
