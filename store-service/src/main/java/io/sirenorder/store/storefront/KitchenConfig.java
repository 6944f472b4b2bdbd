package io.sirenorder.store.storefront;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The house's kitchen, where a store has no settings of its own. */
@ConfigMapping(prefix = "siren.kitchen")
public interface KitchenConfig {
    /** From the order until its first piece is ready. */
    @WithDefault("PT5M")
    Duration prep();

    /** Added for each piece that waits or is being made. */
    @WithDefault("PT30S")
    Duration perUnit();

    /** Length of the ready window. */
    @WithDefault("PT5M")
    Duration window();

    /** Nothing is promised further ahead. */
    @WithDefault("PT3H")
    Duration horizon();
}
