package io.sirenorder.feed.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Mirror;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class UnkeptAnswerTest {
    private static final Eventually LONGER_THAN_TWO_RENEWALS = Eventually.within(Duration.ofSeconds(6));
    private static final String AGED =
            "SELECT count(*) FROM idempotency_keys WHERE key = ? AND at < now() - interval '1 minute'";

    @Inject
    Bench bench;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_request_whose_answer_can_not_be_stored_is_answered_and_holds_its_key_no_longer_than_a_lease() {
        storeNoAnswers();
        String jar = bench.newJar();
        assertThat(post(jar).statusCode()).isEqualTo(201);
        assertThat(post(jar).statusCode()).isEqualTo(409);
        bench.update("UPDATE idempotency_keys SET at = now() - interval '1 hour' WHERE key = ?", key);
        LONGER_THAN_TWO_RENEWALS.stays(() ->
                assertThat(bench.count(AGED, key)).as("keys without renewal").isEqualTo(1));
    }

    private void storeNoAnswers() {
        bench.update("ALTER TABLE idempotency_keys ADD CHECK (status IS NULL OR key <> '" + key + "')");
    }

    private Response post(String jar) {
        return given().header("Authorization", Bench.bearer())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"mood\":\"fine\"}")
                .post("/jars/" + jar + "/beans");
    }
}
