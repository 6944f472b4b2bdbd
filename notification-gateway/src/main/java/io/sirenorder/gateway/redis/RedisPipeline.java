package io.sirenorder.gateway.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Commands to Redis over one connection, pipelined, so that ten thousand reconnects need no pool. A lost connection fails
 * what was under way and is opened anew by the next command.
 */
@ApplicationScoped
public class RedisPipeline {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Redis redis;
    private Future<RedisConnection> connection;

    RedisPipeline(Redis redis) {
        this.redis = redis;
    }

    /** The answer, null for nil; fails after two seconds. */
    public Uni<Response> send(Request request) {
        return timed(() -> connected().compose(line -> line.send(request)));
    }

    /** All answers in order; one error fails them all. */
    public Uni<List<Response>> send(List<Request> requests) {
        return timed(() -> connected().compose(line -> line.batch(requests)));
    }

    /** The connection of the day, whose end makes room for the next. */
    private synchronized Future<RedisConnection> connected() {
        if (connection == null || connection.failed()) {
            connection = redis.connect().onSuccess(this::watch);
        }
        return connection;
    }

    private void watch(RedisConnection opened) {
        opened.endHandler(end -> forget(opened)).exceptionHandler(failure -> forget(opened));
    }

    private synchronized void forget(RedisConnection ended) {
        if (connection != null && connection.succeeded() && connection.result() == ended) {
            connection = null;
        }
    }

    private static <T> Uni<T> timed(Supplier<Future<T>> call) {
        return Uni.createFrom()
                .completionStage(() -> call.get().toCompletionStage())
                .ifNoItem()
                .after(TIMEOUT)
                .fail();
    }
}
