package io.sirenorder.merchant.wallet;

/** The kinds of entries. */
enum EntryKind {
    SALE,
    REVERSAL
}
