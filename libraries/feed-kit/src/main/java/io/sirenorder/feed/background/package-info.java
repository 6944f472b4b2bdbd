/** Loops, timers and tasks that no request starts, and their end at shutdown. */
package io.sirenorder.feed.background;
