package io.sirenorder.feed.consumer;

/** This event needs another that has not been heard yet, of another producer perhaps: try it again shortly. */
public class TooEarly extends RuntimeException {
    public TooEarly(String waitingFor) {
        super("waits for " + waitingFor);
    }
}
