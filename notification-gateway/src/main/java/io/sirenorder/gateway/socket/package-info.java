/** The two doors, and what happens between opening and closing. */
package io.sirenorder.gateway.socket;
