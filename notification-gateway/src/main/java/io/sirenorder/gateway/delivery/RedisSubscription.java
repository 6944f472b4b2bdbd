package io.sirenorder.gateway.delivery;

import static io.vertx.redis.client.Command.PUBLISH;
import static io.vertx.redis.client.Command.SUBSCRIBE;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.gateway.redis.RedisPipeline;
import io.sirenorder.gateway.session.Sessions;
import io.sirenorder.kit.time.Backoff;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Listens to all shard channels on one connection of its own. The Redis client neither subscribes again after a loss
 * nor notices a frozen server, so both are done here: every few seconds a message to ourselves has to come back. All
 * fields live on one event loop, but for what others may ask.
 */
@ApplicationScoped
public class RedisSubscription {
    private static final Logger LOG = Logger.getLogger(RedisSubscription.class);

    private final String probeChannel = "gw:probe:" + UUID.randomUUID();
    private final Redis redis;
    private final RedisPipeline line;
    private final Relay relay;
    private final Sessions sessions;
    private final CatchUp catchUp;
    private final SubscriptionConfig config;
    private final Backoff backoff;
    private final SubscriptionState state;
    private final SubscriptionMetrics metrics;
    private final Vertx vertx;
    private Context home;
    private RedisConnection subscription;
    private int failures;
    private long probedAt;
    private volatile long timer;
    private volatile boolean stopped;

    RedisSubscription(
            Redis redis,
            RedisPipeline line,
            Relay relay,
            Sessions sessions,
            CatchUp catchUp,
            SubscriptionConfig config,
            SubscriptionState state,
            SubscriptionMetrics metrics,
            Vertx vertx) {
        this.redis = redis;
        this.line = line;
        this.relay = relay;
        this.sessions = sessions;
        this.catchUp = catchUp;
        this.config = config;
        this.backoff = new Backoff(config.minBackoff(), config.maxBackoff());
        this.state = state;
        this.metrics = metrics;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        home = vertx.getOrCreateContext();
        home.runOnContext(v -> {
            subscribe();
            timer = vertx.setPeriodic(config.probeEvery().toMillis(), each -> probe());
        });
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void subscribe() {
        redis.connect()
                .onSuccess(this::listen)
                .onFailure(failure -> tryLater("cannot connect: " + failure.getMessage()));
    }

    private void listen(RedisConnection connection) {
        subscription = connection;
        connection.handler(message -> atHome(() -> receive(connection, message)));
        connection.endHandler(end -> lost(connection, "connection ended"));
        connection.exceptionHandler(failure -> lost(connection, failure.toString()));
        Request channels = Request.cmd(SUBSCRIBE).arg(probeChannel);
        Mailbox.allChannels().forEach(channels::arg);
        connection.send(channels).onFailure(failure -> lost(connection, failure.toString()));
    }

    /** At once where the connection lives on the home event loop, as it does unless the client moves it. */
    private void atHome(Runnable task) {
        if (((ContextInternal) home).inThread()) {
            task.run();
        } else {
            home.runOnContext(v -> task.run());
        }
    }

    private void receive(RedisConnection from, Response message) {
        if (from != subscription || message.size() < 3) {
            return;
        }
        if ("subscribe".equals(message.get(0).toString())) {
            if (message.get(2).toInteger() > Mailbox.SHARDS) { // the last of them: all shards and the probe's
                probe();
            }
        } else if (probeChannel.equals(message.get(1).toString())) {
            proved();
        } else {
            relay.pass(message.get(2).toBytes());
        }
    }

    /** Publishes a message to our own channel: when it comes back, the subscription stands. */
    private void probe() {
        if (subscription == null || stopped) {
            return;
        }
        if (probedAt != 0
                && System.nanoTime() - probedAt > config.probePatience().toNanos()) {
            lost(subscription, "a message to ourselves does not come back");
            return;
        }
        if (probedAt == 0) {
            probedAt = System.nanoTime();
        }
        line.send(Request.cmd(PUBLISH).arg(probeChannel).arg("here"))
                .subscribe()
                .with(sent -> {}, failure -> LOG.debugf("Probe not sent: %s", failure));
    }

    private void proved() {
        if (probedAt != 0) {
            metrics.probed(Duration.ofNanos(System.nanoTime() - probedAt));
        }
        probedAt = 0;
        failures = 0;
        if (!state.isUp()) {
            state.rise();
            LOG.infof("The feed is up; %d sockets look whether they missed something", sessions.count());
            catchUp.recover(sessions.all());
        }
    }

    private void lost(RedisConnection connection, String why) {
        home.runOnContext(v -> {
            if (connection == subscription) {
                subscription = null;
                connection.close();
                tryLater(why);
                catchUp.holdBack(sessions.all());
            }
        });
    }

    private void tryLater(String why) {
        state.fall();
        probedAt = 0;
        if (!stopped) {
            failures++;
            Duration pause = backoff.jittered(failures);
            LOG.warnf("The feed is down, next attempt in %d ms: %s", pause.toMillis(), why);
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> subscribe());
        }
    }
}
