/** The consuming half of the feed: pulls the events of producers, applies them exactly once and in order, and keeps those that fail. */
package io.sirenorder.feed.consumer;
