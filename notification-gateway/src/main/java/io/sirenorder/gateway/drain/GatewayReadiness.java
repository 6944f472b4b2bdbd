package io.sirenorder.gateway.drain;

import io.sirenorder.gateway.delivery.SubscriptionState;
import io.sirenorder.gateway.session.Sessions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether new sockets should come here, and why not. */
@Readiness
class GatewayReadiness implements HealthCheck {
    private final SubscriptionState feed;
    private final Drain drain;
    private final Sessions sessions;

    GatewayReadiness(SubscriptionState feed, Drain drain, Sessions sessions) {
        this.feed = feed;
        this.drain = drain;
        this.sessions = sessions;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .withData(
                        "feed",
                        feed.isUp() ? "up" : "down for " + feed.downFor().toSeconds() + " s")
                .withData("draining", drain.hasBegun())
                .withData("sockets", sessions.count())
                .status(feed.isUp() && !drain.hasBegun())
                .build();
    }
}
