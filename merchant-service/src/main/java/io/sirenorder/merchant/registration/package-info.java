/** How a merchant, a store and a wallet come to be. */
package io.sirenorder.merchant.registration;
