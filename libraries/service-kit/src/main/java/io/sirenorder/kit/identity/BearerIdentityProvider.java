package io.sirenorder.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.sirenorder.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Turns a bearer token into an identity. Its role comes from the issuer that signed, so no claim can grant one; a service
 * has its own name as a second role ({@link Roles#PAYMENT_SERVICE}). The expiry is not put where the framework would close
 * a socket by it, which the gateway does itself.
 */
@Singleton
class BearerIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {
    static final String TOKEN = "siren.token";

    private final TokenVerifier verifier;

    BearerIdentityProvider(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return SYSTEM_FIRST + 100; // before the one that looks into the groups claim, which has the default, 1001
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return verifier.verify(request.getToken().getToken())
                .map(BearerIdentityProvider::identity)
                .onFailure(Problem.class)
                .transform(AuthenticationFailedException::new);
    }

    private static SecurityIdentity identity(VerifiedToken token) {
        String name = token.role() + ":" + token.subject();
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder();
        if (token.role().equals(Roles.SERVICE)) {
            identity.addRole(name);
        }
        return identity.setPrincipal(new QuarkusPrincipal(name))
                .addRole(token.role())
                .addAttribute(TOKEN, token)
                .build();
    }
}
