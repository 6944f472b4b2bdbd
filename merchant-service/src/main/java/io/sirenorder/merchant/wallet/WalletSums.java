package io.sirenorder.merchant.wallet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Sums of all wallets on a day.
 *
 * @param cardReversalsKrw never positive
 */
record WalletSums(
        @Schema(required = true) LocalDate day,
        @JsonUnwrapped DayTotals totals,
        @Schema(required = true) long cardSalesKrw,
        @Schema(required = true) long cardReversalsKrw) {}
