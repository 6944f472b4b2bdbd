package io.sirenorder.gateway.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the subscription is kept alive. */
@ConfigMapping(prefix = "siren.subscription")
public interface SubscriptionConfig {
    /** How often a message to ourselves proves that Redis delivers. */
    @WithDefault("5s")
    Duration probeEvery();

    /** How long such a message may take; an unanswered one means that the subscription is dead. */
    @WithDefault("5s")
    Duration probePatience();

    /** The first pause before a new attempt to subscribe; it doubles. */
    @WithDefault("200ms")
    Duration minBackoff();

    /** The longest pause between attempts. */
    @WithDefault("2s")
    Duration maxBackoff();

    /** How long without the feed until sockets whose presence counts are sent to another node. */
    @WithDefault("10s")
    Duration giveUpAfter();
}
