package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.store.Tender;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of the ledger.
 *
 * @param amountKrw negative for a reversal
 */
record WalletEntry(UUID entryId, EntryKind kind, Krw amountKrw, OrderId orderId, Tender tender, Instant at) {}
