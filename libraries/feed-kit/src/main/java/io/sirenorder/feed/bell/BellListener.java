package io.sirenorder.feed.bell;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.feed.background.Timers;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Subscribes to the bells of all services, its own included. A subscription may die silently, so after three missed
 * heartbeats it reconnects.
 */
@ApplicationScoped
class BellListener {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int SUBSCRIBE_TIMEOUT_MILLIS = 2_000;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final RedisConnectionSlot connection;
    private final BellSubscribers subscribers;
    private volatile long heardAt = System.nanoTime();
    private volatile long connectedAt = System.nanoTime() - SILENCE_NANOS;
    private volatile boolean lost = true;
    private volatile Object attempt;

    BellListener(RedisConnectionSlots connections, BellSubscribers subscribers, MeterRegistry meters) {
        this.connection = connections.slot();
        this.subscribers = subscribers;
        meters.gauge("siren.bell.age.seconds", this, listener -> listener.silenceNanos() / 1e9);
    }

    void watch(@Observes StartupEvent start, Timers timers) {
        timers.every(LOOK, this::look);
        look();
    }

    private void look() {
        long now = System.nanoTime();
        boolean patient = now - connectedAt < SILENCE_NANOS;
        if (lost || (silenceNanos() > SILENCE_NANOS && !patient)) {
            reconnect(now);
        }
    }

    private void reconnect(long now) {
        Object thisAttempt = new Object();
        attempt = thisAttempt;
        lost = false;
        connectedAt = now;
        connection.drop();
        Request subscribe = Request.cmd(Command.SUBSCRIBE).arg(Bell.CHANNEL);
        connection
                .use(
                        SUBSCRIBE_TIMEOUT_MILLIS,
                        redis -> attend(redis, thisAttempt).send(subscribe))
                .onFailure(failure -> lose(thisAttempt));
    }

    private RedisConnection attend(RedisConnection redis, Object thisAttempt) {
        return redis.handler(this::message)
                .endHandler(end -> lose(thisAttempt))
                .exceptionHandler(failure -> lose(thisAttempt));
    }

    private void lose(Object someAttempt) {
        if (someAttempt == attempt) {
            lost = true;
            subscribers.silence();
        }
    }

    private void message(Response response) {
        heardAt = System.nanoTime();
        BellMessage.parse(response).ifPresent(ring -> subscribers.ring(ring.producer(), ring.head(), ring.news()));
    }

    private long silenceNanos() {
        return System.nanoTime() - heardAt;
    }
}
