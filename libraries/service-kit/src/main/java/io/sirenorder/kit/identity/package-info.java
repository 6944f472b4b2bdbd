/** Who is asking: which issuer signed decides what they may do. */
package io.sirenorder.kit.identity;
