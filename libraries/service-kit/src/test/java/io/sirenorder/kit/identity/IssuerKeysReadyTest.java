package io.sirenorder.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class IssuerKeysReadyTest {
    private final Hand clock = new Hand();
    private final Keys buyers = new Keys();
    private final IssuerKeysReady readiness =
            new IssuerKeysReady(Map.of("buyers", buyers), Duration.ofMinutes(2), clock);

    @Test
    void a_program_is_ready_once_all_keys_are_here() {
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        buyers.loaded = true;
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_missing_issuer_keeps_it_unready_for_two_minutes_and_no_longer() {
        clock.now = clock.now.plus(Duration.ofSeconds(119));
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        assertThat(readiness.call().getData().orElseThrow()).containsEntry("buyers", "not fetched yet");
    }

    /** Keys that come when the test says so. */
    private static final class Keys implements KeyRing {
        private boolean loaded;

        @Override
        public boolean isLoaded() {
            return loaded;
        }

        @Override
        public PublicKey find(String keyId) {
            return null;
        }
    }

    /** A clock that the test sets. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
