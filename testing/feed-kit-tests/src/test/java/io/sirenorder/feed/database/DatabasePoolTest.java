package io.sirenorder.feed.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.TestServers;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pool whose server is lost with its node: its connections stay, and nothing comes from them; another takes its address. And one that is seldom used. */
class DatabasePoolTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final List<NetSocket> ways = new CopyOnWriteArrayList<>();
    private Pool pool;

    private void open(Duration longestSilence) {
        NetServer address = vertx.createNetServer().connectHandler(this::lead);
        await(address.listen(0, "127.0.0.1"));
        PgConnectOptions options = PgConnectOptions.fromUri(
                        TestServers.postgres().reactiveUrl("postgres"))
                .setPort(address.actualPort())
                .setUser("postgres")
                .setPassword(TestServers.postgres().superuserPassword());
        pool = new DatabasePool(patience(longestSilence)).create(new PgPoolCreator.Input() {
            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return new PoolOptions().setMaxSize(1);
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(options);
            }
        });
    }

    private static DatabaseConfig patience(Duration longestSilence) {
        return new DatabaseConfig() {
            @Override
            public Duration longestSilence() {
                return longestSilence;
            }

            @Override
            public Duration connectTimeout() {
                return Duration.ofSeconds(5);
            }
        };
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private void lead(NetSocket in) {
        in.pause();
        vertx.createNetClient()
                .connect(TestServers.postgres().port(), "127.0.0.1")
                .onSuccess(out -> {
                    ways.add(out);
                    out.handler(in::write).closeHandler(end -> in.close());
                    in.handler(out::write).closeHandler(end -> out.close());
                    in.resume();
                })
                .onFailure(failure -> in.close());
    }

    @Test
    void a_statement_that_waits_for_a_lost_server_fails_and_the_next_ones_reach_the_new_one() {
        open(Duration.ofSeconds(3));
        assertThat(number("SELECT 1")).isOne();
        assertThat(ways).isNotEmpty();
        ways.forEach(NetSocket::pause);

        assertThatThrownBy(() -> number("SELECT 2")).hasCauseInstanceOf(ClosedConnectionException.class);
        // one more may still be given the connection that is being closed
        Eventually.within(LIMIT).that(() -> assertThat(number("SELECT 3")).isEqualTo(3));
    }

    /** Silence counts from the last answer, so that a statement would begin in the middle of it. */
    @Test
    void a_statement_after_a_rest_is_not_cut_off_by_the_silence_before_it() {
        open(Duration.ofSeconds(12));
        assertThat(number("SELECT 1")).isOne();
        LockSupport.parkNanos(Duration.ofMillis(9_500).toNanos());
        assertThat(number("SELECT 2 FROM pg_sleep(3.5)")).isEqualTo(2);
    }

    private int number(String sql) {
        return await(pool.query(sql).execute()).iterator().next().getInteger(0);
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
