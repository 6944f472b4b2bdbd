package io.sirenorder.feed.bell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Holds one private connection to Redis and replaces it, with its client, at the first failure or time-out: a pooled one
 * may be dead or frozen without an error.
 */
public final class RedisConnectionSlot {
    private final Vertx vertx;
    private final RedisOptions options;
    private Redis client;
    private Future<RedisConnection> connection;

    RedisConnectionSlot(Vertx vertx, RedisOptions options) {
        this.vertx = vertx;
        this.options = options;
    }

    /** Uses the connection, which is opened if need be; a failure or a time-out drops it. */
    public <T> Future<T> use(long timeoutMillis, Function<RedisConnection, Future<T>> work) {
        Future<RedisConnection> used = open();
        return used.compose(work).timeout(timeoutMillis, TimeUnit.MILLISECONDS).onFailure(failure -> drop(used));
    }

    private synchronized Future<RedisConnection> open() {
        if (connection == null) {
            client = Redis.createClient(vertx, options);
            connection = client.connect();
        }
        return connection;
    }

    /** Closes the connection; the next use opens another. */
    public synchronized void drop() {
        drop(connection);
    }

    private synchronized void drop(Future<RedisConnection> used) {
        if (used != null && used == connection) {
            client.close();
            connection = null;
        }
    }
}
