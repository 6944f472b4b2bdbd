package io.sirenorder.feed.outbox;

import io.sirenorder.kit.problem.Conflict;

/** The caller knows another event at that position: one of the two databases was restored from a backup. */
public class FeedDiverged extends Conflict {
    public FeedDiverged(long pos, long head) {
        super(Long.toString(pos), Long.toString(head));
    }
}
