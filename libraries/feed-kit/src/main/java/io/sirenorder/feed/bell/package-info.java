/** The bell: a message over Redis that there is something new to pull. It carries speed, never truth. */
package io.sirenorder.feed.bell;
