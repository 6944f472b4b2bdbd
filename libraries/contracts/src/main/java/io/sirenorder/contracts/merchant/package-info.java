/** What merchant-service tells the others. */
package io.sirenorder.contracts.merchant;
