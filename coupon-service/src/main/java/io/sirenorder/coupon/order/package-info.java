/** Effects of orders on coupons, points and stamps. */
package io.sirenorder.coupon.order;
