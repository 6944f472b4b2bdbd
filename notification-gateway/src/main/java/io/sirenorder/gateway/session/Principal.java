package io.sirenorder.gateway.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sirenorder.contracts.Recipient;
import java.time.Instant;
import java.util.List;

/**
 * Whom a socket belongs to, what it hears of, and until when the token that said so holds.
 *
 * @param recipients in a fixed order, in which positions are given too
 */
public record Principal(SocketKind kind, String issuer, String subject, List<Recipient> recipients, Instant expiresAt) {

    /** The one by which connections are counted. */
    @JsonIgnore
    public Recipient self() {
        return recipients.get(0);
    }

    /** Whether a newer token may take the place of the one that opened the socket. */
    public boolean isRenewedBy(Principal newer) {
        return kind == newer.kind
                && issuer.equals(newer.issuer)
                && subject.equals(newer.subject)
                && recipients.equals(newer.recipients);
    }
}
