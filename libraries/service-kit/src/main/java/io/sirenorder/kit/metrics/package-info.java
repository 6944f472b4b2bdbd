/** Meters that every program has. */
package io.sirenorder.kit.metrics;
