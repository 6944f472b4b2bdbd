/** Orders that a coupon pays for. */
package io.sirenorder.store.coupon;
