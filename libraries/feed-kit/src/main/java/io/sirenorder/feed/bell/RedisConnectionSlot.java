package io.sirenorder.feed.bell;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One connection to Redis of its own, thrown away with its client as soon as it disappoints: a pooled one may be dead
 * or frozen without saying so.
 */
public final class RedisConnectionSlot {
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private final Vertx vertx;
    private final String address;
    private final NetClientOptions tls;
    private Redis client;
    private Future<RedisConnection> connection;

    RedisConnectionSlot(Vertx vertx, String address, NetClientOptions tls) {
        this.vertx = vertx;
        this.address = address;
        this.tls = tls;
    }

    /** Does something on the open line; whatever fails, or takes longer than that, drops the line. */
    public <T> Future<T> use(long timeoutMillis, Function<RedisConnection, Future<T>> work) {
        Future<RedisConnection> line = open();
        return line.compose(work).timeout(timeoutMillis, TimeUnit.MILLISECONDS).onFailure(failure -> drop(line));
    }

    private synchronized Future<RedisConnection> open() {
        if (connection == null) {
            client = Redis.createClient(vertx, options());
            connection = client.connect();
        }
        return connection;
    }

    /** Closes the line; the next use opens another. */
    public synchronized void drop() {
        drop(connection);
    }

    private synchronized void drop(Future<RedisConnection> line) {
        if (line != null && line == connection) {
            client.close();
            connection = null;
        }
    }

    private RedisOptions options() {
        NetClientOptions net = new NetClientOptions(tls)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setTcpKeepAlive(true)
                .setTcpNoDelay(true);
        return new RedisOptions()
                .setNetClientOptions(net)
                .setConnectionString(address)
                .setMaxPoolSize(1);
    }
}
