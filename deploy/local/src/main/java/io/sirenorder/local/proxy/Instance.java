package io.sirenorder.local.proxy;

import java.time.Duration;

/** One process that answers for a service. */
public final class Instance {
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final int port;
    private volatile boolean serving;
    private volatile long failingUntil = System.nanoTime();

    public Instance(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Tells the door whether to send anything new here. */
    public void serving(boolean yes) {
        serving = yes;
        failingUntil = System.nanoTime();
    }

    boolean isServing() {
        return serving;
    }

    boolean isFailing() {
        return System.nanoTime() - failingUntil < 0;
    }

    /** Notes that the instance refused a connection: others go first for a moment. */
    void failed() {
        failingUntil = System.nanoTime() + REST_AFTER_FAILURE.toNanos();
    }
}
