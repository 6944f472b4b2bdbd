package io.sirenorder.gateway.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sirenorder.contracts.Recipient;
import java.time.Instant;
import java.util.List;

/**
 * The owner of a socket according to a token: the recipients whose messages it gets, and the end of that right.
 *
 * @param recipients in a fixed order, in which positions are given too
 * @param sid the session that the token was issued in, or null
 * @param issuedAt of the token, or null if it does not say
 */
public record Principal(
        SocketKind kind,
        String issuer,
        String subject,
        List<Recipient> recipients,
        Instant expiresAt,
        String sid,
        Instant issuedAt) {

    /** The recipient by which connections are counted. */
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
