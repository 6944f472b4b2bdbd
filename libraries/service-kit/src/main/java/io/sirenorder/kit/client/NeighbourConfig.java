package io.sirenorder.kit.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** The other services. */
@ConfigMapping(prefix = "siren.neighbours")
interface NeighbourConfig {
    /** By name: merchant, store, coupon, payment. */
    @WithParentName
    Map<String, Neighbour> all();

    /** The address of each. */
    default Map<String, URI> addresses() {
        return all().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, neighbour -> neighbour.getValue().url()));
    }

    /** One of them. */
    interface Neighbour {
        /** The address below which its resources are. */
        URI url();
    }
}
