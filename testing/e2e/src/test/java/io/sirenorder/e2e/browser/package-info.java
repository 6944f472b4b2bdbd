/** The stories as people at a till, a phone and a desk see them, in a real browser. */
package io.sirenorder.e2e.browser;
