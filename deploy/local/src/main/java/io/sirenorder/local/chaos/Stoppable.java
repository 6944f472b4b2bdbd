package io.sirenorder.local.chaos;

/** A part of the stack that a drill stops and starts again. */
public interface Stoppable {
    void stop();

    /** Comes back when it is ready. */
    void start();
}
