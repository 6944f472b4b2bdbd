package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where a producer's events come from. */
interface FeedSource {
    /** What follows; fails with {@code FeedDiverged} or {@code FeedGone} when that can't be said. */
    Uni<List<Envelope>> after(Position known, int limit);
}
