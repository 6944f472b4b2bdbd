/** What PortOne, or anybody, may call us with. */
package io.sirenorder.payment.hint;
