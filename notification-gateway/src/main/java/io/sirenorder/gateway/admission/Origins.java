package io.sirenorder.gateway.admission;

import io.sirenorder.gateway.session.SocketConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides which web pages may open a socket: those of the host that the request is for, and the configured origins. A
 * request without an origin comes from a program. Only browsers are held back by this, and pages can't set the headers that
 * name the host.
 */
@ApplicationScoped
class Origins {
    private static final String FORWARDED_HOST = "X-Forwarded-Host";
    private final Set<String> configured;

    Origins(SocketConfig config) {
        configured = config.origins().orElse(Set.of());
    }

    boolean allow(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || configured.contains(origin) || isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        Optional<URI> page = parse(origin);
        return page.isPresent()
                && Stream.of(request.getHeader(HttpHeaders.HOST), request.getHeader(FORWARDED_HOST))
                        .filter(host -> host != null)
                        .flatMap(host -> parse(page.get().getScheme() + "://" + host).stream())
                        .anyMatch(host -> isSame(host, page.get()));
    }

    private static boolean isSame(URI host, URI page) {
        return page.getHost() != null && page.getHost().equalsIgnoreCase(host.getHost()) && port(page) == port(host);
    }

    private static int port(URI address) {
        int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
