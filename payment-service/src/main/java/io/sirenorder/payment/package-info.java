/** Money: checkouts, payments and refunds. */
package io.sirenorder.payment;
