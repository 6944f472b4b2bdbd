/** The producing half of the feed: events are written with the change, sequenced and served in order. */
package io.sirenorder.feed.outbox;
