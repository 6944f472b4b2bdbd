package io.sirenorder.merchant.recovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lost password is replaced by a code of an operator. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class RecoveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String NEXT = "another good one";

    @Inject
    Pool pool;

    private String merchantId;

    @BeforeEach
    void register() {
        pool.query("DELETE FROM failed_logins").execute().await().atMost(LIMIT);
        merchantId = Registrations.fresh().getString("merchantId");
    }

    @Test
    void a_code_replaces_the_password_once_and_ends_all_sessions() {
        String refreshToken =
                logIn(Registrations.PASSWORD).statusCode(201).extract().path("refreshToken");
        String code = issued();
        recover(code, NEXT).statusCode(204);
        recover(code, "yet another one")
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("bad-credentials"));
        logIn(Registrations.PASSWORD).statusCode(401);
        logIn(NEXT).statusCode(201);
        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", refreshToken))
                .post("/sessions/refreshes")
                .then()
                .statusCode(401);
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        recover(" " + issued().toLowerCase(Locale.ROOT).replace('-', ' ') + "\n", NEXT)
                .statusCode(204);
    }

    @Test
    void of_two_uses_at_once_one_succeeds() {
        String code = issued();
        List<Integer> answers = Stream.of(NEXT, "yet another one")
                .map(next -> CompletableFuture.supplyAsync(
                        () -> recover(code, next).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(204, 401);
    }

    @Test
    void an_earlier_code_and_a_late_one_are_worth_nothing() {
        String first = issued();
        String second = issued();
        recover(first, NEXT).statusCode(401);
        pool.query("UPDATE recovery_codes SET expires_at = now()")
                .execute()
                .await()
                .atMost(LIMIT);
        recover(second, NEXT).statusCode(401);
    }

    @Test
    void a_refused_password_does_not_cost_the_code() {
        String code = issued();
        recover(code, "password").statusCode(400);
        recover(code, NEXT).statusCode(204);
    }

    @Test
    void a_locked_merchant_is_let_in_again_by_a_code() {
        for (int i = 0; i < 10; i++) {
            logIn("guess " + i).statusCode(401);
        }
        logIn(Registrations.PASSWORD).statusCode(429);
        recover(issued(), NEXT).statusCode(204);
        logIn(NEXT).statusCode(201);
    }

    @Test
    void guessing_codes_is_limited() {
        for (int i = 0; i < 10; i++) {
            recover("0000-0000-0000-000" + i, NEXT).statusCode(401);
        }
        recover("0000-0000-0000-000A", NEXT).statusCode(429);
    }

    @Test
    void codes_come_from_operators_alone_and_for_known_merchants() {
        given().auth()
                .oauth2(Tokens.buyer("kim"))
                .post("/merchants/" + merchantId + "/recovery")
                .then()
                .statusCode(403);
        given().post("/merchants/" + merchantId + "/recovery").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.operator())
                .post("/merchants/" + UUID.randomUUID() + "/recovery")
                .then()
                .statusCode(404);
    }

    @Test
    void the_codes_and_the_recovery_are_in_the_audit_log() {
        recover(issued(), NEXT).statusCode(204);
        assertThat(given().auth()
                        .oauth2(Tokens.operator())
                        .get("/merchants/" + merchantId + "/changes")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("items.what"))
                .containsExactly("password", "recovery-code");
    }

    @Test
    void a_bad_recovery_is_refused() {
        BadInputs.of("{\"code\": \"0000-0000-0000-0000\", \"newPassword\": \"another good one\"}")
                .areRefusedBy("POST", "/sessions/recoveries", RestAssured::given);
    }

    private String issued() {
        return given().auth()
                .oauth2(Tokens.operator())
                .post("/merchants/" + merchantId + "/recovery")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("expiresIn", is(24 * 3600))
                .extract()
                .path("code");
    }

    private static ValidatableResponse recover(String code, String next) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "newPassword", next))
                .post("/sessions/recoveries")
                .then();
    }

    private ValidatableResponse logIn(String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("merchantId", merchantId, "password", password))
                .post("/sessions")
                .then();
    }
}
