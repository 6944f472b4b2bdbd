package io.sirenorder.merchant.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of sessions, and the number of wrong passwords that are allowed. */
@ConfigMapping(prefix = "siren.sessions")
interface SessionConfig {
    /** Lifetime of a refresh token, and of the cookie that carries it. */
    @WithDefault("P14D")
    Duration lifetime();

    /**
     * The time for which a used refresh token works again, as long as no token that it was exchanged for has been used:
     * an answer may be lost, and two tabs may refresh at once.
     */
    @WithDefault("60s")
    Duration grace();

    /** The interval in which each replica polls for ended sessions. */
    @WithDefault("2s")
    String endedEvery();

    /** False only where browsers take no {@code Secure} cookie, as Safari over plain HTTP from localhost. */
    @WithDefault("true")
    boolean cookieSecure();

    /** Origins, besides that of the request's host, whose pages may use the session cookie. */
    Optional<Set<String>> origins();

    /** Wrong passwords for one merchant from one network within a window; further tries are refused, right ones too. */
    @WithDefault("10")
    int failuresPerMerchant();

    /**
     * Wrong passwords for one merchant within a window from all networks in which they have never logged in together;
     * when they are reached, only networks in which the merchant has logged in before may try.
     */
    @WithDefault("300")
    int failuresOfStrangers();

    /** Wrong passwords from one network, for all merchants together, within a window. */
    @WithDefault("50")
    int failuresPerAddress();

    /** Length of a window, from its first try; a refused try does not lengthen it. */
    @WithDefault("10m")
    Duration failureWindow();
}
