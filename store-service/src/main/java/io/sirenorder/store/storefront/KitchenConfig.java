package io.sirenorder.store.storefront;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The house's kitchen, where a store has no settings of its own. */
@ConfigMapping(prefix = "siren.kitchen")
public interface KitchenConfig {
    /** From the order until its first piece is ready. */
    @WithDefault("5m")
    Duration prep();

    /** Added for each piece that waits or is being made. */
    @WithDefault("30s")
    Duration perUnit();

    /** Length of the ready window. */
    @WithDefault("5m")
    Duration window();

    /** The furthest ahead that an order is promised. */
    @WithDefault("3h")
    Duration horizon();
}
