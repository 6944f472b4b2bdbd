package io.sirenorder.feed.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Patience with a database server that does not answer. */
@ConfigMapping(prefix = "siren.database")
interface DatabaseConfig {
    /**
     * Time after which a connection from which nothing came is closed: what waits longer waits for a server that is gone. At least
     * three times what any statement may take ({@code statement_timeout}), as an unused connection is kept for half of it.
     */
    @WithDefault("15s")
    Duration longestSilence();

    /** Time within which a new connection is made. */
    @WithDefault("5s")
    Duration connectTimeout();
}
