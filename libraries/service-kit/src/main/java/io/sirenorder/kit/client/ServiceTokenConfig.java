package io.sirenorder.kit.client;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** How this program shows the others who it is. */
@ConfigMapping(prefix = "siren.service")
interface ServiceTokenConfig {
    /** What the others call it: merchant, store, coupon, payment or gateway. */
    String name();

    /** The file with its token, which somebody renews. */
    Path tokenFile();
}
