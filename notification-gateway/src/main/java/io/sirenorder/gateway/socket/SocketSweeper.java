package io.sirenorder.gateway.socket;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.delivery.SubscriptionConfig;
import io.sirenorder.gateway.delivery.SubscriptionState;
import io.sirenorder.gateway.session.EndedSessionCache;
import io.sirenorder.gateway.session.Frames;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.Sessions;
import io.sirenorder.gateway.session.SocketConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;

/** Checks every socket every two seconds for silence, congestion, expiry and ended sessions, instead of timers for each: one task per event loop. */
@ApplicationScoped
class SocketSweeper {
    private final Sessions sessions;
    private final SocketConfig config;
    private final EndedSessionCache ended;
    private final SubscriptionState feed;
    private final SubscriptionConfig feedConfig;
    private final Clock clock;
    private final Vertx vertx;
    private long timer;

    SocketSweeper(
            Sessions sessions,
            SocketConfig config,
            EndedSessionCache ended,
            SubscriptionState feed,
            SubscriptionConfig feedConfig,
            Clock clock,
            Vertx vertx) {
        this.sessions = sessions;
        this.config = config;
        this.ended = ended;
        this.feed = feed;
        this.feedConfig = feedConfig;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.rounds().toMillis(), each -> sweep());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void sweep() {
        Instant now = clock.instant();
        boolean isDown = feed.downFor().compareTo(feedConfig.giveUpAfter()) > 0;
        sessions.onEachLoop(some -> some.forEach(session -> look(session, now, isDown)));
    }

    private void look(Session session, Instant now, boolean isDown) {
        SocketConfig.Kind kind = config.of(session.principal().kind());
        if (!session.wire().isConnected()) {
            sessions.leave(session); // it ended while it was being opened, which the framework does not report
        }
        if (!session.isOpen()) {
            return;
        }
        if (session.wire().silence().compareTo(kind.deadAfter()) > 0) {
            session.close(CloseReason.NO_PONG);
        } else if (session.wire().congestion().compareTo(config.maxCongestion()) > 0) {
            session.close(CloseReason.SLOW_CONSUMER);
        } else if (!now.isBefore(session.principal().expiresAt())) {
            session.close(CloseReason.TOKEN_EXPIRED);
        } else if (ended.isEnded(session.principal())) {
            session.close(CloseReason.LOGGED_OUT);
        } else if (isDown && kind.presence()) {
            session.close(CloseReason.DEPENDENCY_DOWN);
        } else {
            keepUp(session, kind, now);
        }
    }

    private void keepUp(Session session, SocketConfig.Kind kind, Instant now) {
        Instant expiry = session.principal().expiresAt();
        if (!now.isBefore(expiry.minus(config.expiryNotice())) && session.isFirstNoticeOf(expiry)) {
            session.say(Frames.expiring(expiry));
        }
        if (session.isPingDue(kind.pingEvery())) {
            session.ping(now);
        }
    }
}
