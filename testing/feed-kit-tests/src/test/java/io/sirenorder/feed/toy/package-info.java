/** A service of jars of beans, just large enough to have facts. */
package io.sirenorder.feed.toy;
