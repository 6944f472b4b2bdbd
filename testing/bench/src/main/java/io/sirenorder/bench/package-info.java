/** Load, bounded and seeded, against the running stack: what it can carry, and what an order costs. */
package io.sirenorder.bench;
