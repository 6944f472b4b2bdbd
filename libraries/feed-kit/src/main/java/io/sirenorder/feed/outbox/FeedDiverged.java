package io.sirenorder.feed.outbox;

import io.sirenorder.kit.problem.Problem;

/** The caller knows another event at that position: one of the two databases was restored from a backup. */
public class FeedDiverged extends Problem {
    public FeedDiverged(long pos, long head) {
        super(409, Long.toString(pos), Long.toString(head));
    }
}
