/** What the approved payments became, as the other services tell. */
package io.sirenorder.payment.outcome;
