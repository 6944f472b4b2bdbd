/** Payments as operators find them: by any of their ids, with their refunds and their timeline. */
package io.sirenorder.payment.search;
