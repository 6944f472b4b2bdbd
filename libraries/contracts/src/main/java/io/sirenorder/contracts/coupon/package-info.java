/** What coupon-service tells the others: coupons, gifts and loyalty. */
package io.sirenorder.contracts.coupon;
