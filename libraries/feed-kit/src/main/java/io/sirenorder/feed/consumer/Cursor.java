package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Position;

/**
 * The progress of a consumer as the database keeps it.
 *
 * @param parked how many of its events wait in the dead letters
 */
record Cursor(Position position, int parked) {}
