/** Time as promises measure it: by the database's clock, in days and years as people mean them. */
package io.sirenorder.coupon.time;
