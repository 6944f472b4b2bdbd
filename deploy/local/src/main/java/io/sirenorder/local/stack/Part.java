package io.sirenorder.local.stack;

import io.sirenorder.local.process.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process of the stack. */
interface Part {
    /** Time that a part may take to end, unless it says otherwise, before it is killed. */
    Duration STOP_LIMIT = Duration.ofSeconds(20);

    String name();

    Path log();

    /** Starts it; it need not be ready yet. */
    Running start() throws IOException;

    /** The reason why it is not ready yet; empty when it is. */
    Optional<String> unready();

    /** Address of its health check, if it has one. */
    default Optional<URI> healthAddress() {
        return Optional.empty();
    }

    /** Time that it may take to end before it is killed. */
    default Duration stopLimit() {
        return STOP_LIMIT;
    }

    /** Tells its callers whether it takes new work. */
    default void serving(boolean yes) {}
}
