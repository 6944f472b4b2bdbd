/** What payments do: they send gifts, settle them, and hold or free points. */
package io.sirenorder.coupon.payment;
