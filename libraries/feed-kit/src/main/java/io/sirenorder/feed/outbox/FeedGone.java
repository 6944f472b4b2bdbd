package io.sirenorder.feed.outbox;

import io.sirenorder.kit.problem.Gone;
import java.util.Map;

/** The next event that the caller needs is older than the retention. */
public class FeedGone extends Gone {
    private final long oldest;

    public FeedGone(long oldest) {
        super(Long.toString(oldest));
        this.oldest = oldest;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("oldest", oldest);
    }
}
