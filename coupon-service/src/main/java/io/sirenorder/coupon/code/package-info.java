/** The secret words that coupons are shown by. */
package io.sirenorder.coupon.code;
