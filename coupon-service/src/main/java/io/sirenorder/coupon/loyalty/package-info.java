/** Stamps and points: an append-only ledger per buyer whose sums are never negative. */
package io.sirenorder.coupon.loyalty;
