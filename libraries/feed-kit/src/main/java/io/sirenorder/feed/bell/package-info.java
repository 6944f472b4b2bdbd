/** The bell: a word over Redis that there is something new to pull. It carries speed, never truth. */
package io.sirenorder.feed.bell;
