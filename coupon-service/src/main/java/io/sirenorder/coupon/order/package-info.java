/** What orders do: they take coupons out of boxes and put them back, spend points, and earn. */
package io.sirenorder.coupon.order;
