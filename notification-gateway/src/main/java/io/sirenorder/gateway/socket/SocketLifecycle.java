package io.sirenorder.gateway.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.sirenorder.gateway.delivery.CatchUp;
import io.sirenorder.gateway.presence.PresenceReporter;
import io.sirenorder.gateway.session.Admission;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.Sessions;
import io.sirenorder.gateway.session.SocketMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The life of a socket from its opening to its end; all of it on its event loop. */
@ApplicationScoped
class SocketLifecycle {
    private static final Logger LOG = Logger.getLogger(SocketLifecycle.class);
    private static final TypedKey<InboundFrames> KEY = new TypedKey<>("siren.inbound");

    private final Sessions sessions;
    private final CatchUp catchUp;
    private final PresenceReporter presences;
    private final InboundFramesFactory inbound;
    private final SocketMetrics metrics;

    SocketLifecycle(
            Sessions sessions,
            CatchUp catchUp,
            PresenceReporter presences,
            InboundFramesFactory inbound,
            SocketMetrics metrics) {
        this.sessions = sessions;
        this.catchUp = catchUp;
        this.presences = presences;
        this.inbound = inbound;
        this.metrics = metrics;
    }

    /** Reads nothing until the welcome has been said. */
    void begin(WebSocketConnection connection) {
        Admission admission = connection.userData().remove(Admission.KEY);
        Session session = sessions.enter(connection, admission);
        connection.userData().put(KEY, inbound.of(session));
        session.wire().opened();
        session.wire().pause();
        if (session.isOpen()) {
            presences.arrived(session);
            catchUp.welcome(session);
        }
    }

    void receive(WebSocketConnection connection, String text) {
        of(connection).filter(InboundFrames::isOpen).ifPresent(frames -> frames.receive(text));
    }

    void end(WebSocketConnection connection) {
        of(connection).ifPresent(frames -> {
            Session session = frames.session();
            sessions.leave(session);
            if (frames.saidBye() || isForGood(session)) {
                presences.left(session);
            } else {
                presences.dropped(session);
            }
            count(session, connection.closeReason());
        });
    }

    void fail(WebSocketConnection connection, Throwable failure) {
        LOG.debugf(failure, "Socket %s", connection.id());
        if (connection.isOpen()) {
            connection.close(CloseReason.INTERNAL_SERVER_ERROR).subscribe().with(done -> {}, again -> LOG.debug(again));
        }
    }

    private static Optional<InboundFrames> of(WebSocketConnection connection) {
        return Optional.ofNullable(connection.userData().get(KEY));
    }

    /** We closed it in a way after which its client does not come back. */
    private static boolean isForGood(Session session) {
        return session.closedFor() != null && !session.closedFor().mayReconnect();
    }

    private void count(Session session, CloseReason reason) {
        if (session.closedFor() != null) {
            metrics.closed(session.closedFor().code(), "server");
        } else {
            session.refusedWith()
                    .ifPresentOrElse(
                            code -> metrics.closed(code, "server"),
                            () -> metrics.closed(
                                    reason == null ? CloseReason.ABNORMAL.getCode() : reason.getCode(), "client"));
        }
    }
}
