package io.sirenorder.feed.outbox;

import io.sirenorder.kit.problem.Problem;
import java.util.Map;

/** What the caller needs next is older than what is kept. */
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
