/** What payment-service tells the others: what was paid for, and what went back. */
package io.sirenorder.contracts.payment;
