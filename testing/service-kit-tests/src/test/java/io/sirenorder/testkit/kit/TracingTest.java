package io.sirenorder.testkit.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Starts as the environment of a collector's users would have it: only what can be set at run time differs. */
@QuarkusTest
@TestProfile(TracingTest.Collected.class)
@QuarkusTestResource(SirenTestResource.class)
class TracingTest {
    private static final List<String> SPANS = new CopyOnWriteArrayList<>();
    private static HttpServer collector;

    @Test
    void a_span_of_a_request_reaches_the_collector_under_the_trace_that_came_in() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        given().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .get("/parcels/busy")
                .then()
                .body("traceId", equalTo(trace));
        String bytes = new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1);
        Eventually.within(Duration.ofSeconds(20))
                .that(() -> assertThat(SPANS).anyMatch(spans -> spans.contains(bytes) && spans.contains("busy")));
    }

    @AfterAll
    static void stop() {
        collector.stop(0);
    }

    private static String address() {
        try {
            collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collector.createContext("/v1/traces", exchange -> {
            try (exchange) {
                SPANS.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        collector.start();
        return "http://127.0.0.1:" + collector.getAddress().getPort();
    }

    /** Tracing switched on. */
    public static class Collected implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.exporter.otlp.endpoint", address(),
                    "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                    "quarkus.otel.traces.sampler.arg", "1.0",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }
}
