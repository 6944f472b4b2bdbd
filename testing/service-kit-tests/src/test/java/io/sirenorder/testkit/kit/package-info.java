/** A small program made of service-kit alone, and claims about it. */
package io.sirenorder.testkit.kit;
