package io.sirenorder.e2e;

import java.nio.file.Path;

/**
 * A second stack, for rehearsals that other orders would disturb: started once per test run, with an order's own deadline
 * longer than any outage that is rehearsed, and PostgreSQL's data on a small disk where one can be mounted. Its services
 * reach PostgreSQL and Redis by TLS, and send their traces to {@link #collector}, of which only their environment tells them.
 */
final class QuietStack {
    private static TraceCollector collector;
    private static LaunchedStack launched;

    private QuietStack() {}

    static synchronized LaunchedStack running() {
        if (launched == null) {
            collector = new TraceCollector();
            Path directory = Path.of("target", "quiet").toAbsolutePath();
            SmallDisk.at(directory.resolve("postgres"));
            launched = LaunchedStack.withTls(
                    directory,
                    "siren.acceptance.unreachable-after=70s",
                    "quarkus.otel.sdk.disabled=false",
                    "quarkus.otel.exporter.otlp.endpoint=" + collector.address(),
                    "quarkus.otel.exporter.otlp.protocol=http/protobuf");
        }
        return launched;
    }

    static synchronized TraceCollector collector() {
        running();
        return collector;
    }
}
