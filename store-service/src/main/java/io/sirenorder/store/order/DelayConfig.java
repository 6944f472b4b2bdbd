package io.sirenorder.store.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limit of the delays of an order. */
@ConfigMapping(prefix = "siren.delay")
interface DelayConfig {
    /** Delays of one order, at most. */
    @WithDefault("3")
    int times();
}
