/** Hashes. */
package io.sirenorder.kit.digest;
