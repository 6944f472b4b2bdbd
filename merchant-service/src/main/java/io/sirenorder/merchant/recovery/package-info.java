/** Recovery of lost passwords by a code that an operator hands over. */
package io.sirenorder.merchant.recovery;
