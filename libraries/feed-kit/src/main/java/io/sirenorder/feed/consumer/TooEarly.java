package io.sirenorder.feed.consumer;

/** Thrown by a reaction that needs an event of another producer that has not come yet: the event is tried again shortly. */
public class TooEarly extends RuntimeException {
    public TooEarly(String waitingFor) {
        super("waits for " + waitingFor);
    }
}
