/** A store's ledger of sales: a statement, never custody. */
package io.sirenorder.merchant.wallet;
