package io.sirenorder.feed.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** A service that can't hear a neighbour any more must not go on as if nothing happened there. */
@Readiness
@ApplicationScoped
class FeedReadiness implements HealthCheck {
    private final Consumers consumers;

    FeedReadiness(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("feeds").up();
        for (Progress progress : consumers.progress()) {
            progress.halted().ifPresent(why -> answer.down().withData(progress.consumer(), why));
        }
        return answer.build();
    }
}
