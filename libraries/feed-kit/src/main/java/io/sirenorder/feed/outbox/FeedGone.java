package io.sirenorder.feed.outbox;

import io.sirenorder.kit.problem.Problem;
import java.util.Map;

/** The next event that the caller needs is older than the retention. */
public class FeedGone extends Problem {
    private final long oldest;

    public FeedGone(long oldest) {
        super(410, Long.toString(oldest));
        this.oldest = oldest;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("oldest", oldest);
    }
}
