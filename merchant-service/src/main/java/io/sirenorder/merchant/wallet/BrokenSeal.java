package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.WalletId;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sealed day whose ledger is not what was sealed.
 *
 * @param foundAt when the comparison first found it
 */
record BrokenSeal(
        @Schema(required = true) WalletId walletId,
        @Schema(required = true) LocalDate day,
        @Schema(required = true) Instant foundAt) {}
