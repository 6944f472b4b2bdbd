/** Events and answers of coupon-service: coupons, gifts and loyalty. */
package io.sirenorder.contracts.coupon;
