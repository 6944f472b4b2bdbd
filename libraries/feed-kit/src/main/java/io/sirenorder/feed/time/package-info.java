/** The database's time, by which validity and deadlines are judged. */
package io.sirenorder.feed.time;
