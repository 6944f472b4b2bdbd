package io.sirenorder.store.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often a store may ask for more time. */
@ConfigMapping(prefix = "siren.delay")
interface DelayConfig {
    /** Delays of one order, at most. */
    @WithDefault("3")
    int times();
}
