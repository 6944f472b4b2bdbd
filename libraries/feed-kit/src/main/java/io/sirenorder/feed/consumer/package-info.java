/** How a fact of a neighbour takes effect here exactly once and in order, and what becomes of one that can't. */
package io.sirenorder.feed.consumer;
