package io.sirenorder.client;

import java.time.Duration;
import java.util.List;

/** A frame that was waited for did not come. */
public final class NothingHeard extends RuntimeException {
    private static final long serialVersionUID = 1;

    NothingHeard(String type, Duration limit, List<Frame> heard) {
        super("no %s within %s; heard %s".formatted(type, limit, heard));
    }
}
