/** Merchants: registration, login and the ledger of sales. */
package io.sirenorder.merchant;
