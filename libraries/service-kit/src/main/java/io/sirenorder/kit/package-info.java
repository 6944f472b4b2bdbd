/** The library that every service builds on; a closed list. */
package io.sirenorder.kit;
