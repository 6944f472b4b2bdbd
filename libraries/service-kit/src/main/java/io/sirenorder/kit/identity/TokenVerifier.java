package io.sirenorder.kit.identity;

import io.sirenorder.kit.problem.Unauthorized;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Verifies tokens by the issuer that they claim, without ever waiting for anybody. */
@Singleton
public class TokenVerifier {
    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);

    private final Map<String, IssuerVerifier> byIssuer;

    TokenVerifier(Issuers issuers) {
        byIssuer = issuers.all().stream()
                .collect(Collectors.toUnmodifiableMap(IssuerVerifier::issuer, Function.identity()));
    }

    /**
     * What the token says. Fails with {@link Unauthorized} if it is not accepted, and with {@code NeighbourUnavailable}
     * while its issuer's keys have not come.
     */
    public Uni<VerifiedToken> verify(String jwt) {
        return Uni.createFrom()
                .item(() -> check(jwt))
                .onFailure(TokenRefused.class)
                .transform(TokenVerifier::refusal);
    }

    private VerifiedToken check(String jwt) {
        UncheckedToken token = UncheckedToken.parse(jwt);
        IssuerVerifier verifier = byIssuer.get(token.issuer());
        if (verifier == null) {
            throw new TokenRefused("unknown issuer");
        }
        return verifier.verify(token);
    }

    private static Throwable refusal(Throwable refused) {
        LOG.debugf("Token refused: %s", refused.getMessage());
        return new Unauthorized();
    }
}
