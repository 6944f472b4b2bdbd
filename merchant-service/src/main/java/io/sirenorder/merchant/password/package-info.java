/** Passwords, one way, off the event loop. */
package io.sirenorder.merchant.password;
