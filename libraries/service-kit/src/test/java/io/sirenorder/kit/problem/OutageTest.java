package io.sirenorder.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
    private static final List<UnaryOperator<Throwable>> WRAPPINGS = List.of(
            failure -> failure,
            CompletionException::new,
            failure -> new IllegalStateException("a session failed", failure),
            failure -> new CompositeException(failure, new IllegalStateException("and the rollback too")),
            failure -> new CompositeException(new RuntimeException("one"), new CompletionException(failure)),
            failure -> new CompletionException(new CompositeException(new RuntimeException("one"), failure)));

    static Stream<Throwable> outages() {
        return Stream.of(
                ClosedConnectionException.INSTANCE,
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"),
                new NoStackTraceThrowable("Timeout"),
                new NoStackTraceThrowable("Pool closed"),
                new VertxException("Connection was closed"),
                new IllegalStateException("Connection is not active now, current status: CLOSING"),
                new ConnectionPoolTooBusyException("Connection pool reached max wait queue size of 100"),
                new HttpClosedException("Connection was closed"),
                new ConnectException("refused"),
                new ClosedChannelException(),
                new IOException("Connection reset by peer"),
                new TimeoutException());
    }

    @ParameterizedTest
    @MethodSource("outages")
    void each_way_to_be_gone_is_an_outage_however_it_is_wrapped(Throwable failure) {
        for (UnaryOperator<Throwable> wrapping : WRAPPINGS) {
            assertIsUnavailable(wrapping.apply(failure));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "57P01", "57P02", "57P03", "57P05", "57014", "53300", "53100", "53200", "55P03", "40P01", "40001",
                "08000", "08003", "08006", "25P03", "25006", "58030"
            })
    void each_state_in_which_a_database_says_not_now_is_an_outage(String sqlState) {
        for (UnaryOperator<Throwable> wrapping : WRAPPINGS) {
            assertIsUnavailable(wrapping.apply(new SQLException("no", sqlState)));
            assertIsUnavailable(wrapping.apply(new PgException("no", "FATAL", sqlState, null)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "22021", "22001", "22003"})
    void a_value_that_cannot_be_stored_is_the_request_s_fault(String sqlState) {
        for (UnaryOperator<Throwable> wrapping : WRAPPINGS) {
            Throwable failure = wrapping.apply(new PgException("no", "ERROR", sqlState, null));
            assertThat(Outage.isBehind(failure)).isFalse();
            assertThat(UnstorableData.isBehind(failure)).isTrue();
            assertThat(new Diagnosis().of(failure).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "42P01", "42501", ""})
    void a_refusal_is_no_outage(String sqlState) {
        for (UnaryOperator<Throwable> wrapping : WRAPPINGS) {
            Throwable failure = wrapping.apply(new SQLException("no", sqlState));
            assertThat(Outage.isBehind(failure)).isFalse();
            assertThat(new Diagnosis().of(failure).status()).isEqualTo(500);
        }
    }

    private static void assertIsUnavailable(Throwable failure) {
        assertThat(Outage.isBehind(failure)).as(failure.toString()).isTrue();
        Problem problem = new Diagnosis().of(failure);
        assertThat(problem.status()).as(failure.toString()).isEqualTo(503);
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }
}
