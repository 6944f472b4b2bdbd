package io.sirenorder.gateway.admission;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.gateway.session.EndedSessionCache;
import io.sirenorder.gateway.session.Principal;
import io.sirenorder.gateway.session.SocketKind;
import io.sirenorder.kit.identity.Addresses;
import io.sirenorder.kit.identity.Roles;
import io.sirenorder.kit.identity.TokenVerifier;
import io.sirenorder.kit.identity.VerifiedToken;
import io.sirenorder.kit.problem.Forbidden;
import io.sirenorder.kit.problem.Unauthorized;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes principals of tokens, and refuses those that have run out or are of a session that has ended. */
@ApplicationScoped
public class Principals {
    private final TokenVerifier verifier;
    private final Addresses addresses;
    private final EndedSessionCache ended;
    private final Clock clock;

    Principals(TokenVerifier verifier, Addresses addresses, EndedSessionCache ended, Clock clock) {
        this.verifier = verifier;
        this.addresses = addresses;
        this.ended = ended;
        this.clock = clock;
    }

    /** Fails with a problem if the token is not accepted, has run out, is of an ended session, or of a role that has no socket. */
    public Uni<Principal> of(String jwt) {
        return verifier.verify(jwt).map(this::principal).invoke(this::requireGood);
    }

    /**
     * Fails with {@link Unauthorized} if its token has run out, without the skew that calls are granted, for its socket would be
     * closed at once, or if the session of its token has ended.
     */
    void requireGood(Principal principal) {
        if (!clock.instant().isBefore(principal.expiresAt()) || ended.isEnded(principal)) {
            throw new Unauthorized();
        }
    }

    private Principal principal(VerifiedToken token) {
        return switch (token.role()) {
            case Roles.MERCHANT -> principal(SocketKind.MERCHANT, token, List.of(store(token)));
            case Roles.BUYER -> principal(SocketKind.BUYER, token, buyer(token));
            default -> throw new Forbidden();
        };
    }

    private static Principal principal(SocketKind kind, VerifiedToken token, List<Recipient> recipients) {
        Instant issuedAt =
                token.claims().get("iat") instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : null;
        return new Principal(
                kind, token.issuer(), token.subject(), recipients, token.expiresAt(), token.text("sid"), issuedAt);
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
