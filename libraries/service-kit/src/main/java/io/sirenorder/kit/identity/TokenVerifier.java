package io.sirenorder.kit.identity;

import io.sirenorder.kit.problem.Unauthorized;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Verifies tokens by the keys of the issuer that they claim; never waits for an issuer. */
@Singleton
public class TokenVerifier {
    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, IssuerVerifier> byIssuer;
    private final EndedSessions ended;
    private final Clock clock;
    private final RememberedTokens remembered = new RememberedTokens(MOST_REMEMBERED);

    TokenVerifier(Issuers issuers, EndedSessions ended, Clock clock) {
        this.ended = ended;
        this.clock = clock;
        byIssuer = issuers.all().stream()
                .collect(Collectors.toUnmodifiableMap(IssuerVerifier::issuer, Function.identity()));
    }

    /**
     * The claims of the token. Fails with {@link Unauthorized} if it is not accepted, and with {@code NeighbourUnavailable}
     * while its issuer's keys have not come.
     */
    public Uni<VerifiedToken> verify(String jwt) {
        return Uni.createFrom()
                .item(() -> check(jwt))
                .onFailure(TokenRefused.class)
                .transform(TokenVerifier::refusal);
    }

    private VerifiedToken check(String jwt) {
        String hash = jwt == null ? "" : RememberedTokens.hash(jwt);
        VerifiedToken known = remembered.find(hash, clock.instant());
        VerifiedToken token = known == null ? verify(jwt, hash) : known;
        if (ended.isEnded(token)) {
            throw new TokenRefused("its session ended");
        }
        return token;
    }

    private VerifiedToken verify(String jwt, String hash) {
        UncheckedToken token = UncheckedToken.parse(jwt);
        IssuerVerifier verifier = byIssuer.get(token.issuer());
        if (verifier == null) {
            throw new TokenRefused("unknown issuer");
        }
        VerifiedToken verified = verifier.verify(token);
        remembered.add(
                hash, new RememberedTokens.Verified(verified, verifier, token.keyId(), verifier.key(token.keyId())));
        return verified;
    }

    private static Throwable refusal(Throwable refused) {
        LOG.debugf("Token refused: %s", refused.getMessage());
        return new Unauthorized();
    }
}
