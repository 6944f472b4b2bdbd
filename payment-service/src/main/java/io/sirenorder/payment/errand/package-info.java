/** Work that asks PortOne: so many at once, no database connection held meanwhile. */
package io.sirenorder.payment.errand;
