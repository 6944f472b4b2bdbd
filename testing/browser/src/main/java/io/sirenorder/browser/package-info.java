/** A real browser for tests. */
package io.sirenorder.browser;
