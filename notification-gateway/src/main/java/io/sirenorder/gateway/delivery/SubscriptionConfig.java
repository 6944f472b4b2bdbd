package io.sirenorder.gateway.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The checks and the reconnecting of the subscription. */
@ConfigMapping(prefix = "siren.subscription")
public interface SubscriptionConfig {
    /** The interval of probes: messages to this node itself that prove that Redis delivers. */
    @WithDefault("5s")
    Duration probeEvery();

    /** The time a probe may take; a missing one means that the subscription is dead. */
    @WithDefault("5s")
    Duration probePatience();

    /** The first pause before a new attempt to subscribe; it doubles. */
    @WithDefault("200ms")
    Duration minBackoff();

    /** The longest pause between attempts. */
    @WithDefault("2s")
    Duration maxBackoff();

    /** The time without a subscription after which sockets whose presence counts are closed, so that they go to another node. */
    @WithDefault("10s")
    Duration giveUpAfter();
}
