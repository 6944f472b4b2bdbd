package io.sirenorder.gateway.presence;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.notification.Presence;
import io.sirenorder.gateway.redis.RedisPipeline;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.Sessions;
import io.sirenorder.gateway.session.SocketConfig;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells Redis which recipients have a socket here, as members that lapse unless renewed: what an old socket's end says
 * can never speak for a new one. Whether that makes anything open or closed is for others to decide.
 */
@ApplicationScoped
public class PresenceReporter {
    private static final Logger LOG = Logger.getLogger(PresenceReporter.class);
    private static final long GONE = 0;
    private static final int BATCH = 500;
    /** Sets one member's expiry (or removes it), then the recipient's own to the latest of its members. */
    private static final String REPORT = """
            if ARGV[2] == '0' then redis.call('ZREM', KEYS[1], ARGV[1])
            else redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1]) end
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
            local last = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
            if last[2] then
              redis.call('PEXPIREAT', KEYS[1], last[2])
              redis.call('ZADD', KEYS[2], last[2], ARGV[4])
            else redis.call('ZREM', KEYS[2], ARGV[4]) end
            return 1""";

    private final String node = UUID.randomUUID().toString().substring(0, 8);
    private final RedisPipeline redis;
    private final Sessions sessions;
    private final SocketConfig sockets;
    private final PresenceConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private long timer;

    PresenceReporter(
            RedisPipeline redis,
            Sessions sessions,
            SocketConfig sockets,
            PresenceConfig config,
            Clock clock,
            Vertx vertx,
            MeterRegistry meters) {
        this.redis = redis;
        this.sessions = sessions;
        this.sockets = sockets;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        meters.gauge(
                "siren.gateway.presence.recipients",
                sessions,
                all -> reported(all.all()).size());
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.renewEvery().toMillis(), each -> sessions.onEachLoop(this::renew));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Reports a till's session as connected. */
    public void arrived(Session session) {
        report(session, clock.instant().toEpochMilli() + config.lapse().toMillis());
    }

    /** Reports a session that closed by itself as gone. */
    public void left(Session session) {
        report(session, GONE);
    }

    /** Reports a dropped connection, which may be back within the grace period. */
    public void dropped(Session session) {
        report(session, clock.instant().toEpochMilli() + config.grace().toMillis());
    }

    /** On the event loop of these sessions, where their ends are reported too: a renewal never follows an end. */
    private void renew(Collection<Session> some) {
        List<Session> all = reported(some);
        long until = clock.instant().toEpochMilli() + config.lapse().toMillis();
        for (int from = 0; from < all.size(); from += BATCH) {
            send(all.subList(from, Math.min(all.size(), from + BATCH)).stream()
                    .map(session -> request(session, until))
                    .toList());
        }
    }

    private List<Session> reported(Collection<Session> some) {
        return some.stream().filter(Session::isOpen).filter(this::counts).toList();
    }

    private void report(Session session, long until) {
        if (counts(session)) {
            send(List.of(request(session, until)));
        }
    }

    private boolean counts(Session session) {
        return sockets.of(session.principal().kind()).presence();
    }

    private Request request(Session session, long until) {
        Recipient recipient = session.principal().self();
        return Request.cmd(Command.EVAL)
                .arg(REPORT)
                .arg(2)
                .arg(Presence.key(recipient))
                .arg(Presence.ALL_KEY)
                .arg(node + ":" + session.id())
                .arg(until)
                .arg(clock.instant().toEpochMilli())
                .arg(recipient.value());
    }

    /** A report that is lost is made again at the next renewal, or lapses. */
    private void send(List<Request> requests) {
        redis.send(new ArrayList<>(requests))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf("Presence of %d not reported: %s", requests.size(), failure));
    }
}
