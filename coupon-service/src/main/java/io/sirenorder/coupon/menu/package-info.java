/** What store-service tells us: what a thing costs, and how an order stands. */
package io.sirenorder.coupon.menu;
