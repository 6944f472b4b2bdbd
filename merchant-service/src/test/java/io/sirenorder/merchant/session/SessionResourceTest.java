package io.sirenorder.merchant.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class SessionResourceTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    @Inject
    Pool pool;

    @BeforeEach
    void forgetFailures() {
        pool.query("DELETE FROM failed_logins").execute().await().atMost(LIMIT);
    }

    @Test
    void a_merchant_logs_in_and_their_token_opens_their_wallet() {
        JsonPath ids = Registrations.fresh();
        JsonPath session = logIn(ids.getString("merchantId"), Registrations.PASSWORD)
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("expiresIn", is(900))
                .extract()
                .jsonPath();
        given().auth()
                .oauth2(session.getString("accessToken"))
                .get("/wallets/" + ids.getString("walletId"))
                .then()
                .statusCode(200)
                .body("balanceKrw", is(0));
    }

    @Test
    void an_unknown_merchant_and_a_wrong_password_are_answered_alike() {
        String merchantId = Registrations.fresh().getString("merchantId");
        ValidatableResponse refused = logIn(merchantId, "not the password").header("WWW-Authenticate", "Bearer");
        Map<String, Object> wrong = problem(refused);
        Map<String, Object> unknown = problem(logIn(UUID.randomUUID().toString(), "not the password"));
        assertThat(wrong)
                .isEqualTo(unknown)
                .containsEntry("code", "bad-credentials")
                .containsEntry("status", 401);
    }

    @Test
    void logins_and_refused_ones_are_listed_for_the_merchant_and_operators() {
        JsonPath ids = Registrations.fresh();
        String merchantId = ids.getString("merchantId");
        logIn(merchantId, "not the password").statusCode(401);
        String token = logIn(merchantId, Registrations.PASSWORD)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("accessToken");
        for (String reader : List.of(token, Tokens.operator())) {
            given().auth()
                    .oauth2(reader)
                    .get("/merchants/" + merchantId + "/logins")
                    .then()
                    .statusCode(200)
                    .body("items.outcome", is(List.of("LOGGED_IN", "REFUSED")))
                    .body("items[0].account", is(merchantId))
                    .body("items[0].network", endsWith(".0/24"));
        }
        given().auth()
                .oauth2(token)
                .get("/merchants/" + Registrations.fresh().getString("merchantId") + "/logins")
                .then()
                .statusCode(404);
    }

    @Test
    void a_refresh_token_whose_successor_was_used_ends_the_session() {
        String first = freshSession().getString("refreshToken");
        String second = refresh(first).statusCode(201).extract().jsonPath().getString("refreshToken");
        String third = refresh(second).statusCode(201).extract().jsonPath().getString("refreshToken");
        refresh(first).statusCode(401);
        refresh(third).statusCode(401);
    }

    @Test
    void a_refresh_whose_answer_was_lost_can_be_repeated() {
        String first = freshSession().getString("refreshToken");
        refresh(first).statusCode(201);
        String again = refresh(first).statusCode(201).extract().jsonPath().getString("refreshToken");
        refresh(again).statusCode(201);
    }

    @Test
    void two_refreshes_at_once_both_go_on() {
        String first = freshSession().getString("refreshToken");
        List<String> next = Stream.generate(() -> first)
                .limit(2)
                .map(token -> CompletableFuture.supplyAsync(() ->
                        refresh(token).statusCode(201).extract().jsonPath().getString("refreshToken")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(next).doesNotHaveDuplicates();
        next.forEach(token -> refresh(token).statusCode(201));
    }

    @Test
    void a_used_token_is_worth_nothing_after_a_minute() {
        String first = freshSession().getString("refreshToken");
        String second = refresh(first).statusCode(201).extract().jsonPath().getString("refreshToken");
        pool.query("UPDATE refresh_tokens SET used_at = used_at - interval '61 seconds' WHERE used_at IS NOT NULL")
                .execute()
                .await()
                .atMost(LIMIT);
        refresh(first).statusCode(401);
        refresh(second).statusCode(401);
    }

    @Test
    void a_token_cannot_be_multiplied_without_end() {
        String first = freshSession().getString("refreshToken");
        IntStream.range(0, 6).forEach(nth -> refresh(first).statusCode(201));
        refresh(first).statusCode(401);
    }

    @Test
    void a_login_names_what_the_till_works_for() {
        JsonPath ids = Registrations.fresh();
        logIn(ids.getString("merchantId"), Registrations.PASSWORD)
                .statusCode(201)
                .body("merchantId", is(ids.getString("merchantId")))
                .body("storeId", is(ids.getString("storeId")))
                .body("walletId", is(ids.getString("walletId")));
    }

    @Test
    void a_refresh_token_is_no_access_token() {
        JsonPath ids = Registrations.fresh();
        String token = logIn(ids.getString("merchantId"), Registrations.PASSWORD)
                .extract()
                .jsonPath()
                .getString("refreshToken");
        given().auth()
                .oauth2(token)
                .get("/wallets/" + ids.getString("walletId"))
                .then()
                .statusCode(401);
    }

    @Test
    void ten_wrong_passwords_lock_the_right_one_out_for_a_while() {
        String merchantId = Registrations.fresh().getString("merchantId");
        guess(merchantId, 10, HOME);
        logIn(merchantId, Registrations.PASSWORD, HOME).statusCode(429).header("Retry-After", notNullValue());
        endWindows();
        logIn(merchantId, Registrations.PASSWORD, HOME).statusCode(201);
    }

    @Test
    void a_strangers_guesses_do_not_lock_a_merchant_out_where_they_have_been_before() {
        String merchantId = Registrations.fresh().getString("merchantId");
        logIn(merchantId, Registrations.PASSWORD, HOME).statusCode(201);
        guess(merchantId, 10, ELSEWHERE);
        logIn(merchantId, Registrations.PASSWORD, ELSEWHERE).statusCode(429);
        logIn(merchantId, Registrations.PASSWORD, HOME).statusCode(201);
        guess(merchantId, 10, HOME);
        logIn(merchantId, Registrations.PASSWORD, HOME).statusCode(429);
    }

    @Test
    void guesses_from_one_network_do_not_lock_the_merchant_out_of_another() {
        String merchantId = Registrations.fresh().getString("merchantId");
        guess(merchantId, 10, ELSEWHERE);
        logIn(merchantId, Registrations.PASSWORD, ELSEWHERE).statusCode(429);
        logIn(merchantId, Registrations.PASSWORD, "203.0.113.77").statusCode(201);
    }

    @Test
    void guesses_at_the_same_moment_count_each_other() {
        String merchantId = Registrations.fresh().getString("merchantId");
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> logIn(merchantId, "guess " + i, HOME).extract().statusCode()))
                .toList();
        List<Integer> answers = guesses.stream().map(CompletableFuture::join).toList();
        // A lock that is not had in time ends a try, too, before its password is looked at.
        assertThat(answers).isSubsetOf(401, 429, 503).contains(429);
        assertThat(answers.stream().filter(status -> status == 401)).hasSizeBetween(1, 10);
    }

    @Test
    void addresses_of_one_ipv6_network_share_their_guesses() {
        String merchantId = Registrations.fresh().getString("merchantId");
        for (int i = 0; i < 10; i++) {
            logIn(merchantId, "guess", "2001:db8:7:1::" + i).statusCode(401);
        }
        logIn(merchantId, "guess", "2001:db8:7:1:ffff::99").statusCode(429);
        logIn(merchantId, "guess", "2001:db8:7:2::1").statusCode(401);
    }

    @Test
    void fifty_wrong_passwords_from_one_address_lock_that_address_out() {
        String merchantId = Registrations.fresh().getString("merchantId");
        for (int i = 0; i < 50; i++) {
            logIn(UUID.randomUUID().toString(), "guess", ELSEWHERE).statusCode(401);
        }
        logIn(merchantId, Registrations.PASSWORD, ELSEWHERE).statusCode(429);
        logIn(merchantId, Registrations.PASSWORD, HOME).statusCode(201);
    }

    private static void guess(String merchantId, int times, String address) {
        for (int i = 0; i < times; i++) {
            logIn(merchantId, "guess " + i, address).statusCode(401);
        }
    }

    private void endWindows() {
        pool.query("UPDATE failed_logins SET window_end = now()")
                .execute()
                .await()
                .atMost(LIMIT);
    }

    @Test
    void a_new_password_replaces_the_old_one_and_ends_all_sessions() {
        String merchantId = Registrations.fresh().getString("merchantId");
        JsonPath session = logIn(merchantId, Registrations.PASSWORD).extract().jsonPath();
        given().auth()
                .oauth2(session.getString("accessToken"))
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", Registrations.PASSWORD, "newPassword", "another good one"))
                .put("/merchants/" + merchantId + "/password")
                .then()
                .statusCode(204);
        refresh(session.getString("refreshToken")).statusCode(401);
        logIn(merchantId, Registrations.PASSWORD).statusCode(401);
        logIn(merchantId, "another good one").statusCode(201);
    }

    @Test
    void fifty_logins_at_once_do_not_block_other_requests() {
        String merchantId = Registrations.fresh().getString("merchantId");
        List<CompletableFuture<Integer>> logins = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        logIn(merchantId, Registrations.PASSWORD).extract().statusCode()))
                .toList();
        while (logins.stream().anyMatch(login -> !login.isDone())) {
            Response alive = given().get("/q/health/live");
            assertThat(alive.statusCode()).isEqualTo(200);
        }
        assertThat(logins.stream().map(CompletableFuture::join)).allMatch(status -> status == 201 || status == 429);
    }

    @Test
    void the_keys_are_public_and_their_private_halves_are_not() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].alg", is("RS256"))
                .body("keys[0].d", is((Object) null));
        given().get("/.well-known/openid-configuration").then().statusCode(200).body("jwks_uri", notNullValue());
    }

    private static JsonPath freshSession() {
        return logIn(Registrations.fresh().getString("merchantId"), Registrations.PASSWORD)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> problem(ValidatableResponse response) {
        Map<String, Object> problem = response.extract().jsonPath().getMap("$");
        problem.remove("traceId");
        return problem;
    }

    private static ValidatableResponse logIn(String merchantId, String password) {
        return logIn(merchantId, password, HOME);
    }

    /** Logs in with the client's address in the header that the front door sets. */
    private static ValidatableResponse logIn(String merchantId, String password, String address) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("merchantId", merchantId, "password", password))
                .post("/sessions")
                .then();
    }

    private static ValidatableResponse refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/sessions/refreshes")
                .then();
    }
}
