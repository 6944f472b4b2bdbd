/** How a fact leaves its owner exactly once and in order: the outbox, the stamper and the feed that others pull. */
package io.sirenorder.feed;
