package io.sirenorder.gateway.session;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.sirenorder.gateway.wire.Wire;
import java.util.Optional;

/**
 * An upgrade that was permitted, on its way from the handshake to the open socket.
 *
 * @param device tells the sockets of one device from those of another, if the client says so
 * @param epoch of the stream position that the client wants to resume from
 * @param pos of that stream position, unparsed: its form is checked against the recipients
 * @param heartbeats whether the client wants them as frames, since it cannot see pings
 */
public record Admission(
        Principal principal,
        Optional<String> device,
        Optional<String> epoch,
        Optional<String> pos,
        boolean heartbeats,
        String language,
        Wire wire) {
    /** The key of an admission in the user data of its connection. */
    public static final TypedKey<Admission> KEY = new TypedKey<>("siren.admission");

    public boolean wantsToResume() {
        return epoch.isPresent() || pos.isPresent();
    }

    public Optional<StreamPosition> resumeFrom() {
        return epoch.flatMap(e -> pos.flatMap(
                p -> StreamPosition.parse(e, p, principal.recipients().size())));
    }
}
