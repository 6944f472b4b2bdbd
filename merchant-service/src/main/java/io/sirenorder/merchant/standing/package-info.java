/** Approval, suspension and closure of stores by operators. */
package io.sirenorder.merchant.standing;
