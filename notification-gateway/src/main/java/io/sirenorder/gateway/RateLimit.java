package io.sirenorder.gateway;

/** A token bucket: so many messages per second, so many at once. Not safe for threads. */
public final class RateLimit {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private final int burst;
    private double tokens;
    private long filledAt;

    public RateLimit(int perSecond, int burst, long nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = nanoTime;
    }

    public boolean admits(long nanoTime) {
        tokens = Math.min(burst, tokens + (nanoTime - filledAt) / NANOS_PER_SECOND * perSecond);
        filledAt = nanoTime;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
