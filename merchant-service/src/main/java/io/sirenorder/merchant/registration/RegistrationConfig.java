package io.sirenorder.merchant.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of registration. */
@ConfigMapping(prefix = "siren.registration")
interface RegistrationConfig {
    /** Whether a new store may sell at once; a deployment that says nothing requires an operator's approval. */
    @WithDefault("OPERATOR")
    Approval approval();

    /** The approval of new stores: automatic, or by an operator. */
    enum Approval {
        /** No one: a new store is active. */
        AUTOMATIC,
        /** An operator: a new store is pending until then. */
        OPERATOR;

        Standing firstStanding() {
            return this == AUTOMATIC ? Standing.ACTIVE : Standing.PENDING;
        }
    }

    /** Registrations from one network within a window. */
    @WithDefault("20")
    int perNetwork();

    /** Registrations from all networks within a window. */
    @WithDefault("300")
    int total();

    /** Length of a window, from its first registration. */
    @WithDefault("1h")
    Duration window();
}
