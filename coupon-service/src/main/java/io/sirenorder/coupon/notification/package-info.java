/** Notifications of coupons, gifts and points to buyers. */
package io.sirenorder.coupon.notification;
