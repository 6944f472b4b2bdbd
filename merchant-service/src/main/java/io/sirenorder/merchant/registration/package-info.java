/** Registration of a merchant with a store and a wallet. */
package io.sirenorder.merchant.registration;
