/** Promises: coupons, gifts, stamps and points. */
package io.sirenorder.coupon;
