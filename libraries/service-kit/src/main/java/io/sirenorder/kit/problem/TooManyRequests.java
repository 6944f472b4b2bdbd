package io.sirenorder.kit.problem;

import java.time.Duration;

/** The caller has to slow down. */
public class TooManyRequests extends TooMany {
    public TooManyRequests(Duration retryAfter) {
        super(retryAfter);
    }
}
