package io.sirenorder.feed.bell;

import java.util.Set;

/** A reader of a producer's feed that wants to be woken when it grows. */
@FunctionalInterface
public interface BellSubscriber {
    /**
     * The feed reaches to here, with news or without.
     *
     * @param news the types of the newest events; empty when they are not known
     */
    void hear(long head, Set<String> news);
}
