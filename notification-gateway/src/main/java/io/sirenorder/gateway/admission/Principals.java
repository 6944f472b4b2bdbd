package io.sirenorder.gateway.admission;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.gateway.session.Principal;
import io.sirenorder.gateway.session.SocketKind;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.identity.TokenVerifier;
import io.sirenorder.kit.identity.VerifiedToken;
import io.sirenorder.kit.problem.Forbidden;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who a token lets in, and whose messages they hear. */
@ApplicationScoped
public class Principals {
    private final TokenVerifier verifier;
    private final Addresses addresses;

    Principals(TokenVerifier verifier, Addresses addresses) {
        this.verifier = verifier;
        this.addresses = addresses;
    }

    /** Fails with a problem if the token is not accepted, or belongs to somebody who has no socket. */
    public Uni<Principal> of(String jwt) {
        return verifier.verify(jwt).map(this::principal);
    }

    private Principal principal(VerifiedToken token) {
        return switch (token.role()) {
            case Roles.MERCHANT -> principal(SocketKind.MERCHANT, token, List.of(store(token)));
            case Roles.BUYER -> principal(SocketKind.BUYER, token, buyer(token));
            default -> throw new Forbidden();
        };
    }

    private static Principal principal(SocketKind kind, VerifiedToken token, List<Recipient> recipients) {
        return new Principal(kind, token.issuer(), token.subject(), recipients, token.expiresAt());
    }

    private static Recipient store(VerifiedToken token) {
        return Recipient.store(StoreId.fromString(token.text("store_id")));
    }

    private List<Recipient> buyer(VerifiedToken token) {
        Recipient self = Recipient.buyer(BuyerId.of(token.issuer(), token.subject()));
        Optional<Recipient> proven =
                token.isTrue("email_verified") ? addresses.find(token.text("email")) : Optional.empty();
        return Stream.concat(Stream.of(self), proven.stream()).toList();
    }
}
