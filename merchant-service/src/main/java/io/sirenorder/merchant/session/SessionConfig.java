package io.sirenorder.merchant.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sessions, and how many guesses somebody has. */
@ConfigMapping(prefix = "siren.sessions")
interface SessionConfig {
    /** How long a refresh token is good. */
    @WithDefault("P14D")
    Duration lifetime();

    /** Wrong passwords of one merchant within a window; further tries are refused, right ones too. */
    @WithDefault("10")
    int failuresPerMerchant();

    /** Wrong passwords from one network address within a window. */
    @WithDefault("50")
    int failuresPerAddress();

    /** How long a window is, from its first failure; a refused try does not lengthen it. */
    @WithDefault("PT10M")
    Duration failureWindow();
}
