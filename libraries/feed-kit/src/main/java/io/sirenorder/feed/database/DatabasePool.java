package io.sirenorder.feed.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the reactive pool. A server whose node is lost says no farewell, and TCP alone tries for a quarter of an hour to reach it:
 * until then each request that is given one of its connections would wait, though a standby has long taken its place.
 */
@Singleton
class DatabasePool implements PgPoolCreator {
    private final DatabaseConfig config;

    DatabasePool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(this::limit);
        return PgBuilder.pool()
                .with(limited(input.poolOptions()))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    /** Silence is told by a clock that a new statement does not set back: one on a connection unused for long would be cut off. */
    private PoolOptions limited(PoolOptions options) {
        return options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(
                        Math.toIntExact(config.longestSilence().dividedBy(2).toMillis()));
    }

    private void limit(PgConnectOptions options) {
        options.setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()));
        options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        options.setReadIdleTimeout(Math.toIntExact(config.longestSilence().toMillis()));
    }
}
