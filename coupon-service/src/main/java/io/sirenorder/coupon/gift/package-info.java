/** Gifts: paid by one, meant for another; each ends used, or with its money back. */
package io.sirenorder.coupon.gift;
