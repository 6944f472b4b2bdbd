package io.sirenorder.feed.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.testkit.Eventually;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimRenewalsTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));
    private static final Duration LEASE = Duration.ofMillis(200);
    /** Many times the interval of renewals. */
    private static final Eventually A_WHILE = Eventually.within(Duration.ofSeconds(1));

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger renewals = new AtomicInteger();
    private final Claim claim = new Claim("kim", "key", "fingerprint", UUID.randomUUID());

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void a_claim_is_renewed_until_its_request_has_ended() {
        HeldClaim held = renewals(Duration.ofMinutes(5)).begin(claim);
        SOON.that(() -> assertThat(renewals).hasValueGreaterThan(2));
        held.end();
        hasNoMore();
    }

    @Test
    void a_request_that_never_ends_keeps_its_key_no_longer_than_any_request_lives() {
        renewals(Duration.ofSeconds(1)).begin(claim);
        SOON.that(() -> assertThat(renewals).hasValueGreaterThan(0));
        SOON.that(this::hasNoMore);
    }

    /** One may be under way. */
    private void hasNoMore() {
        int most = renewals.get() + 1;
        A_WHILE.stays(() -> assertThat(renewals).hasValueLessThanOrEqualTo(most));
    }

    private ClaimRenewals renewals(Duration longestRequest) {
        IdempotencyConfig config = new Times(longestRequest);
        IdempotencyKeys counted = new IdempotencyKeys(null, config) {
            @Override
            Uni<Void> renew(Claim renewed) {
                assertThat(renewed).isEqualTo(claim);
                renewals.incrementAndGet();
                return Uni.createFrom().voidItem();
            }
        };
        return new ClaimRenewals(vertx, counted, config);
    }

    private record Times(Duration longestRequest) implements IdempotencyConfig {
        @Override
        public Duration retention() {
            return Duration.ofHours(24);
        }

        @Override
        public String secret() {
            return "none";
        }

        @Override
        public Duration lease() {
            return LEASE;
        }
    }
}
