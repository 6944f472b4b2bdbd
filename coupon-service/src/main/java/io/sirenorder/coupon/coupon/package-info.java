/** Coupons: published, registered by one buyer, used by one order; nothing of them is ever deleted. */
package io.sirenorder.coupon.coupon;
