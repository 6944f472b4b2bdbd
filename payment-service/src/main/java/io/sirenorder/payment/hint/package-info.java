/** What PortOne calls us with, stored first and worked off after. */
package io.sirenorder.payment.hint;
