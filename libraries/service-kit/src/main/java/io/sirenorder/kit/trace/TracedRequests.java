package io.sirenorder.kit.trace;

import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives every request its trace id while OpenTelemetry's SDK, which would do so, is switched off. */
@Singleton
class TracedRequests {
    private static final int FIRST_OF_ROUTES = Integer.MIN_VALUE;

    private final boolean sdkDisabled;

    TracedRequests(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean sdkDisabled) {
        this.sdkDisabled = sdkDisabled;
    }

    void install(@Observes @Priority(0) Router router) {
        if (sdkDisabled) {
            router.route().order(FIRST_OF_ROUTES).handler(request -> {
                TraceContext.begin(request.request().getHeader("traceparent"));
                request.next();
            });
        }
    }
}
