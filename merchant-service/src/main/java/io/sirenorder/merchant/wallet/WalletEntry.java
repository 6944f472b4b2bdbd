package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.Krw;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.contracts.store.Tender;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry of the ledger.
 *
 * @param amountKrw negative for a reversal, which may take back a part of its sale
 */
record WalletEntry(
        @Schema(required = true) UUID entryId,
        @Schema(required = true) WalletId walletId,
        @Schema(required = true) EntryKind kind,
        @Schema(required = true) Krw amountKrw,
        @Schema(required = true) OrderId orderId,
        @Schema(required = true) Tender tender,
        @Schema(required = true) Instant at) {}
