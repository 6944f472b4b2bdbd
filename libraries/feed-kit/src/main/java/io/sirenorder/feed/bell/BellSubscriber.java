package io.sirenorder.feed.bell;

import java.util.Set;

/** Whoever wants to know how far a producer's feed reaches. */
@FunctionalInterface
public interface BellSubscriber {
    /**
     * The feed reaches to here, news or not.
     *
     * @param news the types of the events that came last; empty when nobody knows
     */
    void hear(long head, Set<String> news);
}
