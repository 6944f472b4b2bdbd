/** What buyers hear over their sockets. */
package io.sirenorder.coupon.notification;
