package io.sirenorder.kit.identity;

import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the keys of every awaited issuer have come; an issuer that goes down later changes nothing. */
@Readiness
@Singleton
class IssuerKeysReady implements HealthCheck {
    private final Map<String, KeyRing> awaited;

    IssuerKeysReady(Issuers issuers) {
        awaited = issuers.awaited();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("issuer keys");
        awaited.forEach((name, keys) -> answer.withData(name, keys.isLoaded() ? "here" : "not fetched yet"));
        return answer.status(awaited.values().stream().allMatch(KeyRing::isLoaded))
                .build();
    }
}
