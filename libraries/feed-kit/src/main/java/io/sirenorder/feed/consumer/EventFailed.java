package io.sirenorder.feed.consumer;

import io.sirenorder.feed.Envelope;

/** One event of a batch failed to take effect, and the batch with it. */
class EventFailed extends RuntimeException {
    private final transient Envelope envelope;

    EventFailed(Envelope envelope, Throwable cause) {
        super(cause);
        this.envelope = envelope;
    }

    Envelope envelope() {
        return envelope;
    }
}
