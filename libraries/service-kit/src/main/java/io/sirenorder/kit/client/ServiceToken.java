package io.sirenorder.kit.client;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sirenorder.kit.trace.TraceContext;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts this service's own token on its calls to neighbours, with the caller's language and the trace. Never to be
 * registered on a client of anything else.
 */
@Singleton
public class ServiceToken implements ClientRequestFilter {
    private static final Duration REREAD = Duration.ofSeconds(10);
    private static final String CALLEE = "{callee}";

    private final ServiceTokenConfig config;
    private final Map<String, URI> neighbours;
    /** OpenTelemetry's own client filter tells the trace if it is switched on. */
    private final boolean sdkDisabled;

    private final Map<Path, Reading> readings = new ConcurrentHashMap<>();

    ServiceToken(
            ServiceTokenConfig config,
            NeighbourConfig neighbours,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean sdkDisabled) {
        this.config = config;
        this.sdkDisabled = sdkDisabled;
        this.neighbours = neighbours.addresses();
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization(request.getUri()));
        tell(request, HttpHeaders.ACCEPT_LANGUAGE, language());
        if (sdkDisabled) {
            tell(request, "traceparent", TraceContext.current());
        }
    }

    private static void tell(ClientRequestContext request, String header, String value) {
        if (value != null) {
            request.getHeaders().putSingle(header, value);
        }
    }

    /** The value of the {@code Authorization} header for a neighbour by its name: merchant, store, coupon or payment. */
    public String authorization(String callee) throws IOException {
        return read(Path.of(config.tokenFile().replace(CALLEE, callee)));
    }

    String authorization(URI address) throws IOException {
        return authorization(config.tokenFile().contains(CALLEE) ? callee(address) : "");
    }

    private String callee(URI address) {
        return neighbours.entrySet().stream()
                .filter(neighbour -> isAt(neighbour.getValue(), address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no siren.neighbours.<name>.url leads to " + address.getAuthority()));
    }

    private static boolean isAt(URI neighbour, URI address) {
        return neighbour.getAuthority().equals(address.getAuthority())
                && address.getPath().startsWith(neighbour.getPath());
    }

    /** The file is small and in memory, so that reading it does not block. */
    private String read(Path file) throws IOException {
        Reading known = readings.get(file);
        if (known == null || known.isOld()) {
            known = new Reading("Bearer " + Files.readString(file).strip(), System.nanoTime());
            readings.put(file, known);
        }
        return known.text();
    }

    /** The language of the request under way, or null in the background. */
    private static String language() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext request =
                Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? null : request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** The content of the file, and when it was read. */
    private record Reading(String text, long at) {
        boolean isOld() {
            return System.nanoTime() - at > REREAD.toNanos();
        }
    }
}
