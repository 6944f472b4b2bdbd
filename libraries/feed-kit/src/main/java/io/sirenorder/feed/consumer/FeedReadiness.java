package io.sirenorder.feed.consumer;

import io.sirenorder.feed.FeedConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the consumers that had to stop because their producer's feed is not the one they read before. The alarm is the
 * gauge {@code siren.feed.halted}; unready makes it only by configuration, since the other consumers and all requests go on.
 */
@Readiness
@ApplicationScoped
class FeedReadiness implements HealthCheck {
    private final Consumers consumers;
    private final FeedConfig config;

    FeedReadiness(Consumers consumers, FeedConfig config) {
        this.consumers = consumers;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("feeds").up();
        for (Progress progress : consumers.progress()) {
            progress.halted()
                    .ifPresent(why -> answer.status(!config.unreadyWhenHalted()).withData(progress.consumer(), why));
        }
        return answer.build();
    }
}
