package io.sirenorder.merchant.wallet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of entries. */
@Schema(name = "WalletEntryKind")
enum EntryKind {
    SALE,
    REVERSAL
}
