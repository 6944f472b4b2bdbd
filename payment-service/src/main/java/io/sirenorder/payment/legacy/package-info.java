/** The menu as the original app names it. */
package io.sirenorder.payment.legacy;
