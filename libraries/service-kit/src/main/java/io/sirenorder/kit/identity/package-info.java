/** Identity of callers: the issuer that signed a token decides its bearer's role. */
package io.sirenorder.kit.identity;
