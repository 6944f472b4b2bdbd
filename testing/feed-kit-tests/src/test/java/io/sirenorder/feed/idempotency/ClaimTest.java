package io.sirenorder.feed.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Mirror;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Claims of requests that were too slow: the key is another's by then, and theirs no more. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class ClaimTest {
    private static final StoredResponse LATE = new StoredResponse(201, null, null, "late");
    private static final StoredResponse GOOD = new StoredResponse(201, null, null, "good");

    @Inject
    Bench bench;

    @Inject
    IdempotencyKeys keys;

    private final String key = UUID.randomUUID().toString();
    private final Claim first = claim("same");
    private final Claim second = claim("same");

    @Test
    void a_claim_is_for_one_request_until_its_lease_has_run_out() {
        assertThat(take(first)).isEmpty();
        assertThatThrownBy(() -> take(second)).isInstanceOf(IdempotencyKeyInFlight.class);
        age("5 seconds");
        assertThatThrownBy(() -> take(second)).isInstanceOf(IdempotencyKeyInFlight.class);
        age("11 seconds");
        assertThatThrownBy(() -> take(claim("other"))).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(take(second)).isEmpty();
        assertThatThrownBy(() -> take(first)).isInstanceOf(IdempotencyKeyInFlight.class);
    }

    @Test
    void who_lost_the_key_stores_no_answer_in_place_of_its_holders() {
        loseToSecond();
        bench.run(() -> keys.answer(first, LATE));
        assertThatThrownBy(() -> take(claim("same"))).isInstanceOf(IdempotencyKeyInFlight.class);

        bench.run(() -> keys.answer(second, GOOD));
        bench.run(() -> keys.answer(first, LATE));
        assertThat(take(claim("same"))).contains(GOOD);
    }

    @Test
    void who_lost_the_key_frees_it_for_nobody() {
        loseToSecond();
        bench.run(() -> keys.release(first));
        assertThatThrownBy(() -> take(claim("same"))).isInstanceOf(IdempotencyKeyInFlight.class);
    }

    @Test
    void who_lost_the_key_does_not_renew_its_holders_lease() {
        loseToSecond();
        age("11 seconds");
        bench.run(() -> keys.renew(first));
        assertThat(take(claim("same"))).isEmpty();
    }

    @Test
    void an_answer_stays_whatever_its_request_does_later_and_is_forgotten_in_its_time() {
        take(first);
        bench.run(() -> keys.answer(first, GOOD));
        age("1 hour");
        OffsetDateTime at = at();
        bench.run(() -> keys.renew(first));
        bench.run(() -> keys.release(first));
        assertThat(take(second)).contains(GOOD);
        assertThat(at()).isEqualTo(at);
    }

    private Claim claim(String fingerprint) {
        return new Claim("kim", key, fingerprint, UUID.randomUUID());
    }

    private Optional<StoredResponse> take(Claim claim) {
        return bench.run(() -> keys.claim(claim));
    }

    private void loseToSecond() {
        take(first);
        age("11 seconds");
        take(second);
    }

    private void age(String interval) {
        bench.update("UPDATE idempotency_keys SET at = now() - ?::interval WHERE key = ?", interval, key);
    }

    private OffsetDateTime at() {
        return bench.query(
                        "SELECT at FROM idempotency_keys WHERE key = ?",
                        row -> row.getObject(1, OffsetDateTime.class),
                        key)
                .get(0);
    }
}
