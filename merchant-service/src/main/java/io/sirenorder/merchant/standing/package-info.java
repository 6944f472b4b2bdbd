/** Approval and suspension of stores by operators. */
package io.sirenorder.merchant.standing;
