/** The client of store-service: prices, and the status of orders. */
package io.sirenorder.coupon.menu;
