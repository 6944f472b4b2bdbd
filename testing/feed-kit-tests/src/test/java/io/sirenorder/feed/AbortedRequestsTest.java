package io.sirenorder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.SirenTestResource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A caller may hang up at any moment of his request. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class AbortedRequestsTest {
    private static final int CALLERS = 2_000;
    private static final int JARS = 20;
    private static final int LONGEST_WAIT_MICROS = 4_000;

    private static final String REQUEST = """
            POST /jars/%s/beans HTTP/1.1\r
            Host: toy\r
            Authorization: %s\r
            Content-Type: application/json\r
            Content-Length: 15\r
            \r
            {"mood":"fine"}""";

    @Inject
    Bench bench;

    @Inject
    Pool pool;

    @TestHTTPResource
    URI server;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int poolSize;

    @Test
    void two_thousand_of_them_cost_no_database_connection() throws IOException {
        Random random = new Random(20261122);
        String bearer = Bench.bearer();
        for (int caller = 0; caller < CALLERS; caller++) {
            String request = REQUEST.formatted("shared-" + caller % JARS, bearer);
            callAndHangUp(request, random.nextInt(LONGEST_WAIT_MICROS));
        }

        Bench.eventually(() -> assertThat(bench.count("SELECT count(*) FROM jars WHERE id LIKE 'shared-%'"))
                .isPositive());
        assertThat(bench.run(this::allConnections)).hasSize(poolSize);
    }

    private void callAndHangUp(String request, int waitMicros) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            LockSupport.parkNanos(waitMicros * 1_000L);
        }
    }

    /** Borrows all connections at once, which a pool can lend only if it got every one back. */
    private Uni<List<SqlConnection>> allConnections() {
        return Uni.join()
                .all(IntStream.range(0, poolSize)
                        .mapToObj(n -> pool.getConnection())
                        .toList())
                .andCollectFailures()
                .call(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(SqlConnection::close)
                        .onItem()
                        .ignoreAsUni());
    }
}
