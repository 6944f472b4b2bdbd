package io.sirenorder.merchant.wallet;

import io.sirenorder.contracts.WalletId;
import java.time.LocalDate;

/** Sums and digest that were sealed for a wallet's day. */
record SealedDay(WalletId wallet, LocalDate day, DayTotals totals, String digest) {

    /** Whether these lines are still those that were sealed, one by one and in sum. */
    boolean isOf(DayStatement statement) {
        return digest.equals(statement.digest()) && totals.equals(statement.totals());
    }
}
