package io.sirenorder.payment.fulfilment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The comparison of payments with orders, gifts and wallets. */
@ConfigMapping(prefix = "siren.fulfilment")
interface FulfilmentConfig {
    /** Interval at which each replica offers to compare; {@code off} compares nothing. */
    @WithDefault("60s")
    String every();

    /** Age of a payment at its first comparison, and time between the two looks after which a difference counts. */
    @WithDefault("2m")
    Duration grace();

    /** Age of a payment at its second comparison, when its order has been accepted or ended. */
    @WithDefault("1h")
    Duration later();

    /** Age of the oldest payments that the very first comparison takes. */
    @WithDefault("P3D")
    Duration reach();

    /** Lease of a replica on the comparison, renewed while it compares. */
    @WithDefault("60s")
    Duration lease();
}
