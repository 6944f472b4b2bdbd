/** Effects of payments on gifts and points. */
package io.sirenorder.coupon.payment;
