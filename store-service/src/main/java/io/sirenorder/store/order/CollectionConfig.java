package io.sirenorder.store.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times of handing over finished orders. */
@ConfigMapping(prefix = "siren.collection")
interface CollectionConfig {
    /** An order that was not fetched for so long is unclaimed, unless its store chose its own time. */
    @WithDefault("60m")
    Duration unclaimedAfter();
}
