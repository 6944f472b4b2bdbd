package io.sirenorder.merchant.token;

import io.sirenorder.merchant.registration.Merchant;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a merchant shows to be believed (RFC 7519, RS256): who they are, their store and their wallet. */
@ApplicationScoped
public class AccessTokens {
    private static final String AUDIENCE = "siren";

    private final SigningKeys keys;
    private final TokenConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, TokenConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    public String issue(Merchant merchant) {
        Instant now = clock.instant();
        return Jwt.issuer(config.issuer())
                .subject(merchant.id().toString())
                .audience(AUDIENCE)
                .claim("store_id", merchant.storeId().toString())
                .claim("wallet_id", merchant.walletId().toString())
                .issuedAt(now)
                .expiresAt(now.plus(config.lifetime()))
                .jws()
                .keyId(keys.signing().getKeyId())
                .sign(keys.signing().getPrivateKey());
    }

    public Duration lifetime() {
        return config.lifetime();
    }
}
