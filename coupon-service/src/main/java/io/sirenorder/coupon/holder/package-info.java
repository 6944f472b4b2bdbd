/** Who a caller is to us: a buyer, and the addresses that they proved. */
package io.sirenorder.coupon.holder;
