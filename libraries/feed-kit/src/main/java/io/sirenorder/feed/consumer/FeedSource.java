package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The feed of one producer. */
@FunctionalInterface
interface FeedSource {
    /**
     * The events that follow a known one; fails with {@code FeedDiverged} or {@code FeedGone} when they are not known.
     *
     * @param head how far the feed reaches as far as the reader has heard, or -1
     */
    Uni<List<Envelope>> after(Position known, int limit, long head);
}
