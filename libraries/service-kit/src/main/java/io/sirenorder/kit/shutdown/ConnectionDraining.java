package io.sirenorder.kit.shutdown;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Ends callers' connections while this program stops: requests within {@code quarkus.shutdown.delay} are answered,
 * each with {@code Connection: close}. A balancer of connections, as a Kubernetes service is, cannot do so:
 * a neighbour's kept connection would lead here until it breaks under a request.
 */
@Singleton
class ConnectionDraining {
    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;

    private volatile boolean begun;

    /** The framework has no event that is early enough; the JVM runs this at the same time as the framework's own. */
    @Startup
    void listenForShutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::begin, "connection-draining"));
    }

    void begin() {
        begun = true;
    }

    void install(@Observes Filters filters) {
        filters.register(this::answer, BEFORE_ALL_OTHERS);
    }

    private void answer(RoutingContext request) {
        if (begun && request.request().getHeader(HttpHeaders.UPGRADE) == null) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.next();
    }
}
