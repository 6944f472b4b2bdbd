package io.sirenorder.merchant.token;

import io.sirenorder.merchant.registration.Merchant;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Issues merchants' access tokens (RFC 7519, RS256): merchant, store, wallet and session. */
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

    /** A token of one session, {@code sid}, by which the session's end voids it. */
    public String issue(Merchant merchant, UUID sid) {
        Instant now = merchant.issuedAt(clock.instant());
        return Jwt.issuer(config.issuer())
                .subject(merchant.id().toString())
                .audience(AUDIENCE)
                .claim("store_id", merchant.storeId().toString())
                .claim("wallet_id", merchant.walletId().toString())
                .claim("sid", sid.toString())
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
