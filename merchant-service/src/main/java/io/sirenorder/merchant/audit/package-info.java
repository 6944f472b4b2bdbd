/** The audit log: changes by people, and accesses to accounts. */
package io.sirenorder.merchant.audit;
