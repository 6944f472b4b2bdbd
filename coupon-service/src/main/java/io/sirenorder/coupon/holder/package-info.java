/** Holders of coupons: a buyer, and the addresses that the buyer has proved. */
package io.sirenorder.coupon.holder;
