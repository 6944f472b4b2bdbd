package io.sirenorder.kit.client;

import io.smallrye.mutiny.Uni;

/** Calls of neighbours that have one effect and one answer, however often they arrive. */
public final class RetryOnce {
    private static final int AGAIN = 1;

    private RetryOnce() {}

    /**
     * Asks once more when nobody answers: an instance that is leaving, or its connection, is another one's turn next.
     * Each attempt has the client's own time-outs; the second one's failure is the call's.
     */
    public static <T> Uni<T> asked(Uni<T> call) {
        return call.onFailure(NeighbourProblems::isUnavailable).retry().atMost(AGAIN);
    }
}
