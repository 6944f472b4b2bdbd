package io.sirenorder.store.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times that an order waits for a till and for an answer before the clock acts. */
@ConfigMapping(prefix = "siren.acceptance")
public interface AcceptanceConfig {
    /** Sent to the tills a second time when none has acknowledged it after this long. */
    @WithDefault("5s")
    Duration pushAgainAfter();

    /** Sent a third time after this long. */
    @WithDefault("15s")
    Duration pushOnceMoreAfter();

    /** Expired as unreachable when no till acknowledged it within this time. */
    @WithDefault("60s")
    Duration unreachableAfter();

    /** The tills are reminded this long after delivery. */
    @WithDefault("120s")
    Duration reminderAfter();

    /** Expired as unanswered this long after delivery, unless the store chose its own time. */
    @WithDefault("300s")
    Duration unansweredAfter();

    /** An accepted order that is not finished is finished by the clock this long after it was to be ready. */
    @WithDefault("12h")
    Duration forgottenAfter();

    /** Number of orders in a row without a till's acknowledgement that closes the store. */
    @WithDefault("2")
    int pauseAfter();
}
