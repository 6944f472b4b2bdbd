package io.sirenorder.merchant.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Access tokens. */
@ConfigMapping(prefix = "siren.tokens")
interface TokenConfig {
    /** The {@code iss} of our tokens, an address at which {@code /.well-known/openid-configuration} is found. */
    String issuer();

    /** A private JWK set (RFC 7517): the first key signs, all are believed. Publish a new key before it signs. */
    Path keyFile();

    /** Makes the file with one key if it is not there; for the local stack. */
    @WithDefault("false")
    boolean createKey();

    /** The life of an access token. */
    @WithDefault("15m")
    Duration lifetime();
}
