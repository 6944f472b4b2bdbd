package io.sirenorder.kit.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Readiness: the keys of every awaited issuer have come once, or the longest wait is over. After it the program serves the
 * callers of the other issuers; those of the missing one get 503. An issuer that goes down later changes nothing.
 */
@Readiness
@Singleton
class IssuerKeysReady implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(IssuerKeysReady.class);

    private final Map<String, KeyRing> awaited;
    private final Clock clock;
    private final Instant end;
    private final AtomicBoolean alarmed = new AtomicBoolean();

    @Inject
    IssuerKeysReady(Issuers issuers, IdentityConfig config, Clock clock) {
        this(issuers.awaited(), config.longestWait(), clock);
    }

    IssuerKeysReady(Map<String, KeyRing> awaited, Duration longestWait, Clock clock) {
        this.awaited = awaited;
        this.clock = clock;
        end = clock.instant().plus(longestWait);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("issuer keys");
        awaited.forEach((name, keys) -> answer.withData(name, keys.isLoaded() ? "here" : "not fetched yet"));
        return answer.status(areHere() || isWaitOver()).build();
    }

    private boolean areHere() {
        return awaited.values().stream().allMatch(KeyRing::isLoaded);
    }

    private boolean isWaitOver() {
        boolean over = !clock.instant().isBefore(end);
        if (over && alarmed.compareAndSet(false, true)) {
            LOG.errorf("ALARM: ready without the keys of all issuers: %s", missing());
        }
        return over;
    }

    private List<String> missing() {
        return awaited.entrySet().stream()
                .filter(issuer -> !issuer.getValue().isLoaded())
                .map(Map.Entry::getKey)
                .toList();
    }
}
