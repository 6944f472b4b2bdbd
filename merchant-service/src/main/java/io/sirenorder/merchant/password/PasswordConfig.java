package io.sirenorder.merchant.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How passwords are hashed. */
@ConfigMapping(prefix = "siren.passwords")
interface PasswordConfig {
    /** Bcrypt's cost: each step doubles the time; 10 takes about 0.1 s. */
    @WithDefault("10")
    int cost();

    /** Hashes at the same time. */
    @WithDefault("2")
    int threads();

    /** Hashes that wait for their turn; further ones are refused with 429. */
    @WithDefault("60")
    int waiting();
}
