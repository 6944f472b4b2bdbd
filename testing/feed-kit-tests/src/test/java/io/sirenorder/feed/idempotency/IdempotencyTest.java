package io.sirenorder.feed.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Mirror;
import io.sirenorder.feed.toy.Moods;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class IdempotencyTest {
    /** Waits longer than any lease. */
    private static final RestAssuredConfig PATIENT = RestAssured.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 30_000));

    private static final long PAUSE_NANOS = 200_000_000;
    private static final String FINE = "{\"mood\":\"fine\"}";

    @Inject
    Bench bench;

    @Inject
    Moods moods;

    @Inject
    IdempotencyKeys keys;

    private final String key = UUID.randomUUID().toString();
    private String jar;

    @BeforeEach
    void take_a_jar() {
        jar = bench.newJar();
    }

    @Test
    void the_same_request_is_done_once_and_answered_again() {
        Response first = post("toy", key, FINE);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue()).body("mood", equalTo("fine"));

        post("toy", key, FINE)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Content-Type", first.header("Content-Type"))
                .header("Location", first.header("Location"))
                .body(equalTo(first.asString()));
        assertThat(beans()).isEqualTo(1);
    }

    @Test
    void fifty_at_once_are_one() throws InterruptedException, ExecutionException {
        ExecutorService many = Executors.newFixedThreadPool(50);
        List<Future<Integer>> answers = Stream.generate(
                        () -> many.submit(() -> post("toy", key, FINE).statusCode()))
                .limit(50)
                .toList();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(201, 409);
        }
        many.shutdown();

        assertThat(beans()).isEqualTo(1);
        post("toy", key, FINE).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void a_key_does_not_stand_for_two_requests() {
        post("toy", key, FINE);

        post("toy", key, "{\"mood\":\"other\"}").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(beans()).isEqualTo(1);
    }

    @Test
    void the_same_key_of_another_caller_is_another_key() {
        post("toy", key, FINE).then().statusCode(201);
        post("store", key, FINE).then().statusCode(201).header("Idempotency-Replayed", nullValue());

        assertThat(beans()).isEqualTo(2);
    }

    @Test
    void a_failure_of_ours_frees_the_key() {
        moods.forbid("tired");
        post("toy", key, "{\"mood\":\"tired\"}").then().statusCode(500);
        moods.bear("tired");

        post("toy", key, "{\"mood\":\"tired\"}").then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void a_refusal_is_answered_again_too() {
        post("toy", key, "{\"mood\":1.5}").then().statusCode(400);

        post("toy", key, "{\"mood\":1.5}")
                .then()
                .statusCode(400)
                .header("Idempotency-Replayed", "true")
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void a_key_whose_request_vanished_is_free_after_seconds() {
        post("toy", key, FINE);
        bench.update("UPDATE idempotency_keys SET status = NULL, at = now() WHERE key = ?", key);
        post("toy", key, FINE).then().statusCode(409).body("code", equalTo("idempotency-key-in-flight"));

        bench.update("UPDATE idempotency_keys SET at = now() - interval '11 seconds' WHERE key = ?", key);
        post("toy", key, FINE).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void a_request_keeps_its_key_for_longer_than_a_lease_while_it_is_worked_on() {
        String path = "/jars/" + jar + "/beans/late";
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> send(path, ""));
        Bench.eventually(() -> assertThat(beans()).isEqualTo(1));
        while (!first.isDone()) {
            assertThat(send(path, "").statusCode()).isIn(409, 204);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        first.join().then().statusCode(204).header("Idempotency-Replayed", nullValue());
        send(path, "").then().statusCode(204).header("Idempotency-Replayed", "true");
        assertThat(beans()).isEqualTo(1);
    }

    @Test
    void a_key_whose_request_vanished_is_forgotten_after_its_lease() {
        post("toy", key, FINE);
        bench.update("UPDATE idempotency_keys SET status = NULL, at = now() - interval '2 minutes' WHERE key = ?", key);
        bench.run(keys::forget);
        assertThat(bench.count("SELECT count(*) FROM idempotency_keys WHERE key = ?", key))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void a_method_without_a_body_takes_a_key_of_a_signed_in_caller(String body) {
        String path = "/jars/" + jar + "/beans/any";
        send(path, body).then().statusCode(204).header("Idempotency-Replayed", nullValue());
        send(path, body).then().statusCode(204).header("Idempotency-Replayed", "true");
        assertThat(beans()).isEqualTo(1);
    }

    @Test
    void a_refusal_for_a_passing_reason_is_not_kept() {
        String path = "/jars/" + jar + "/beans/careful";
        moods.forbid("open");
        send(path, "").then().statusCode(409);
        moods.bear("open");
        send(path, "").then().statusCode(204).header("Idempotency-Replayed", nullValue());
    }

    private Response send(String path, String body) {
        RequestSpecification request = given().config(PATIENT)
                .header("Authorization", "Bearer " + Tokens.service("toy"))
                .header("Idempotency-Key", key);
        return (body.isEmpty()
                        ? request
                        : request.contentType("application/json").body(body))
                .post(path);
    }

    @Test
    void a_key_has_1_to_255_characters() {
        post("toy", "k".repeat(255), FINE).then().statusCode(201);
        post("toy", "k".repeat(256), FINE).then().statusCode(400).body("code", equalTo("invalid-request"));
        post("toy", " ", FINE).then().statusCode(400);
    }

    @Test
    void without_a_key_nothing_is_remembered() {
        post("toy", null, FINE).then().statusCode(201);
        post("toy", null, FINE).then().statusCode(201);

        assertThat(beans()).isEqualTo(2);
    }

    @Test
    void a_stranger_gets_no_key() {
        given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(FINE)
                .post("/jars/" + jar + "/beans")
                .then()
                .statusCode(401);
        assertThat(bench.count("SELECT count(*) FROM idempotency_keys WHERE key = ?", key))
                .isZero();
    }

    @Test
    void a_stranger_may_use_a_key_where_strangers_may_come_in() {
        for (String replayed : new String[] {null, "true"}) {
            given().header("Idempotency-Key", key)
                    .post("/jars/" + jar + "/beans/found")
                    .then()
                    .statusCode(204)
                    .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed));
        }
        assertThat(beans()).isEqualTo(1);
    }

    private Response post(String caller, String withKey, String body) {
        var request = given().header("Authorization", "Bearer " + Tokens.service(caller))
                .contentType("application/json")
                .body(body);
        return (withKey == null ? request : request.header("Idempotency-Key", withKey)).post("/jars/" + jar + "/beans");
    }

    private long beans() {
        return bench.count("SELECT beans FROM jars WHERE id = ?", jar);
    }
}
