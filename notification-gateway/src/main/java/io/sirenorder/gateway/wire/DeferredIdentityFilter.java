package io.sirenorder.gateway.wire;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes the identity that nobody asked for off handshakes of sockets: websockets-next would keep the whole request, 3 KB, for as
 * long as the socket is open. Tokens and tickets of sockets are verified by the upgrade check.
 */
@ApplicationScoped
class DeferredIdentityFilter {
    private static final String SOCKETS = "/ws/";
    /** After authentication (200) and authorization (100), before routes. */
    private static final int PRIORITY = 50;

    void install(@Observes Filters filters) {
        filters.register(
                context -> {
                    if (context.request().path().startsWith(SOCKETS)) {
                        context.remove(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
                    }
                    context.next();
                },
                PRIORITY);
    }
}
