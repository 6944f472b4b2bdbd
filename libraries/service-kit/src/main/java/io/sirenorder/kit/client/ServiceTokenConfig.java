package io.sirenorder.kit.client;

import io.smallrye.config.ConfigMapping;

/** The identity of this program at the other services. */
@ConfigMapping(prefix = "siren.service")
interface ServiceTokenConfig {
    /** The name by which the other services know it: merchant, store, coupon, payment or gateway. */
    String name();

    /**
     * The file with its token, which is read again every 10 seconds; {@code {callee}} in the path stands for the name of
     * the service that is called, each of which then gets a token of its own audience.
     */
    String tokenFile();
}
