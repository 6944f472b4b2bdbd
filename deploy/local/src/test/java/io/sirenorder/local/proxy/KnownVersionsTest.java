package io.sirenorder.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownVersionsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Origin origin = Origin.start(vertx);
    private final FrontDoor door = FrontDoor.open(
            vertx,
            "127.0.0.1",
            0,
            new RoutingTable(new TreeMap<>(Map.of("/stores", "store"))),
            Map.of("store", new Pool(List.of(origin.instance))));

    @AfterEach
    void close() {
        door.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/0.0", "HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/3.0", "HTTP/9.9", "HTTP/1.10", "http/1.1"})
    void a_request_in_another_version_is_refused_by_a_problem_and_is_the_last(String version) throws IOException {
        for (String beginning : List.of("GET /stores ", "PRI * ", "GET /nowhere ", "POST /stores ")) {
            String answer = Caller.send(
                    door.port(), beginning + version, "Host: siren", "", "GET /stores HTTP/1.1", "Host: siren");
            assertThat(answer)
                    .as(beginning)
                    .startsWith("HTTP/1.1 505 ")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .containsIgnoringCase("\r\ncontent-type: application/problem+json")
                    .contains("\"code\":\"http-version-not-supported\"", "\"status\":505")
                    .doesNotContain("HTTP/1.1 200");
        }
        assertThat(origin.seen).isEmpty();
    }

    @Test
    void what_is_no_version_is_an_invalid_request() throws IOException {
        for (String version : List.of("HTTP/2", "HTTX/1.1", "HTTP/1.1x")) {
            assertThat(Caller.send(door.port(), "GET /stores " + version, "Host: siren"))
                    .as(version)
                    .containsPattern("^HTTP/1\\.[01] 400 ")
                    .contains("application/problem+json", "\"code\":\"invalid-request\"");
        }
    }

    @Test
    void both_versions_that_are_spoken_are_served() throws IOException {
        assertThat(Caller.send(door.port(), "GET /stores HTTP/1.0", "Host: siren"))
                .contains(" 200 ");
        assertThat(Caller.send(door.port(), "GET /stores HTTP/1.1", "Host: siren", "Connection: close"))
                .startsWith("HTTP/1.1 200 ");
    }
}
