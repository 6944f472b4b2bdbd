/** Events of merchant-service. */
package io.sirenorder.contracts.merchant;
