package io.sirenorder.merchant.wallet;

/** Why a wallet changed. */
enum EntryKind {
    SALE,
    REVERSAL
}
