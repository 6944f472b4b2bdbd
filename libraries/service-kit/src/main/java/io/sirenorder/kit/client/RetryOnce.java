package io.sirenorder.kit.client;

import io.smallrye.mutiny.Uni;

/** Calls of neighbours that may be repeated: they have one effect and one answer. */
public final class RetryOnce {
    private static final int AGAIN = 1;

    private RetryOnce() {}

    /**
     * Repeats the call once if the neighbour is unavailable: the next attempt may reach another instance.
     * Each attempt has the client's own time-outs; the second one's failure is the call's.
     */
    public static <T> Uni<T> asked(Uni<T> call) {
        return call.onFailure(NeighbourProblems::isUnavailable).retry().atMost(AGAIN);
    }
}
