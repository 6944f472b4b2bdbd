package io.sirenorder.merchant.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of password hashing. */
@ConfigMapping(prefix = "siren.passwords")
interface PasswordConfig {
    /** Bcrypt's cost: each step doubles the time; 10 takes about 0.1 s. */
    @WithDefault("10")
    int cost();

    /** Passwords that are compared at the same time, at logins. */
    @WithDefault("2")
    int threads();

    /** Logins that wait for their turn; further ones are refused with 429. */
    @WithDefault("60")
    int waiting();

    /** New passwords that are hashed at the same time: registrations cannot slow logins down beyond this share. */
    @WithDefault("1")
    int newThreads();

    /** New passwords that wait for their turn; further ones are refused with 429. */
    @WithDefault("20")
    int newWaiting();
}
