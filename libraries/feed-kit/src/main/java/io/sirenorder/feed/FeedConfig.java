package io.sirenorder.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the feed is paced. */
@ConfigMapping(prefix = "siren.feed")
public interface FeedConfig {
    /** How often rows are stamped whose writer died between its commit and the stamp. */
    @WithDefault("200ms")
    Duration sweep();

    /** Events applied in one transaction. */
    @WithDefault("50")
    int batch();

    /** The first wait of a consumer that found nothing; it doubles up to {@link #slowestPoll}. */
    @WithDefault("250ms")
    Duration fastestPoll();

    /** The longest wait of a consumer that hears no bell. */
    @WithDefault("1s")
    Duration slowestPoll();

    /** How long facts stay in the feed for consumers that were away. */
    @WithDefault("P30D")
    Duration retention();

    /** What happens to an event whose effect fails. */
    Poison poison();

    /** What happens to an event that came before one it needs. */
    Early early();

    /** How a failing event is retried. */
    interface Poison {
        /** The wait before the first retry; it doubles with each. */
        @WithDefault("2s")
        Duration firstRetry();

        /** Retries before it is parked until somebody replays it. */
        @WithDefault("5")
        int retries();
    }

    /** How an event that is too early is retried. */
    interface Early {
        /** The wait before the first retry; it doubles up to {@link #slowestRetry}. */
        @WithDefault("200ms")
        Duration firstRetry();

        /** The longest wait between two retries. */
        @WithDefault("5s")
        Duration slowestRetry();

        /** After this it counts as poison. */
        @WithDefault("10m")
        Duration patience();
    }
}
