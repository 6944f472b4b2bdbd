package io.sirenorder.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace and the limits of the feed. */
@ConfigMapping(prefix = "siren.feed")
public interface FeedConfig {
    /** The pause between two looks at the outbox for events whose writer died between its commit and the sequencing. */
    @WithDefault("2s")
    Duration sweep();

    /** Events applied in one transaction. */
    @WithDefault("50")
    int batch();

    /** Newest events that are served from memory. */
    @WithDefault("2000")
    int remembered();

    /**
     * The least time between two rounds of the sequencer or of a consumer: what comes within it shares a round. The first
     * event after a pause is not delayed.
     */
    @WithDefault("10ms")
    Duration linger();

    /** The first wait of a consumer that found nothing while its producer's bell is silent; it doubles up to {@link #slowestPoll}. */
    @WithDefault("250ms")
    Duration fastestPoll();

    /** The longest wait of a consumer while its producer's bell is silent. */
    @WithDefault("1s")
    Duration slowestPoll();

    /** The wait of a consumer that found nothing while its producer's bell comes. */
    @WithDefault("10s")
    Duration calmPoll();

    /** The time a cursor may be moved in memory only, past events without an effect, before it is written down. */
    @WithDefault("5s")
    Duration cursorEvery();

    /** The time facts stay in the feed for consumers that were away. */
    @WithDefault("P30D")
    Duration retention();

    /** Whether a consumer that had to stop takes this program out of service; otherwise it only raises an alarm. */
    @WithDefault("false")
    boolean unreadyWhenHalted();

    /** The treatment of an event whose effect fails. */
    Poison poison();

    /** The treatment of an event that came before one it needs. */
    Early early();

    /** The retries of a failing event. */
    interface Poison {
        /** The wait before the first retry; it doubles with each. */
        @WithDefault("2s")
        Duration firstRetry();

        /** Retries before it is parked until an operator replays it. */
        @WithDefault("5")
        int retries();
    }

    /** The retries of an event that is too early. */
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
