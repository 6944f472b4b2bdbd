package io.sirenorder.local.stack;

import io.sirenorder.local.process.Running;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A process of the stack. */
interface Part {
    String name();

    Path log();

    /** Starts it; it need not be ready yet. */
    Running start() throws IOException;

    /** Why it is not ready yet, or nothing when it is. */
    Optional<String> unready();

    /** Where anybody may ask how it is. */
    default Optional<URI> healthAddress() {
        return Optional.empty();
    }

    /** Tells those who send it work that there is, or is no more, somebody there. */
    default void serving(boolean yes) {}
}
