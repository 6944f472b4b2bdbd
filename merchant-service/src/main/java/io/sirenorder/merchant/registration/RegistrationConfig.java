package io.sirenorder.merchant.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of registration. */
@ConfigMapping(prefix = "siren.registration")
interface RegistrationConfig {
    /** Registrations from one network within a window. */
    @WithDefault("20")
    int perNetwork();

    /** Registrations from all networks within a window. */
    @WithDefault("300")
    int total();

    /** Length of a window, from its first registration. */
    @WithDefault("PT1H")
    Duration window();
}
