package io.sirenorder.merchant.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ends of sessions, and who is told. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class SessionEndTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    private String merchantId;
    private JsonPath session;

    @BeforeEach
    void logIn() {
        merchantId = Registrations.fresh().getString("merchantId");
        session = freshSession(Registrations.PASSWORD);
    }

    @Test
    void a_logout_ends_one_session_and_says_so_once() {
        JsonPath other = freshSession(Registrations.PASSWORD);
        logOut(session).statusCode(204);
        refresh(session).statusCode(401);
        refresh(other).statusCode(201);
        assertThat(told())
                .singleElement()
                .satisfies(event -> assertThat(event.getString("sid")).isEqualTo(sid(session)));
        assertThat(ended())
                .singleElement()
                .satisfies(end -> assertThat(end.get("sid")).isEqualTo(sid(session)));
    }

    @Test
    void a_new_password_ends_all_sessions_and_voids_tokens_issued_before() {
        changePassword("another good one").statusCode(204);
        refresh(session).statusCode(401);
        JsonPath event = told().get(0);
        assertThat(event.getString("sid")).isNull();
        Instant before = Instant.parse(event.getString("before"));
        assertThat(issuedAt(session)).isBefore(before);
        assertThat(issuedAt(freshSession("another good one"))).isAfterOrEqualTo(before);
        assertThat(ended())
                .singleElement()
                .satisfies(end -> assertThat(end.get("sid")).isNull());
    }

    @Test
    void the_access_token_of_an_ended_session_opens_nothing_within_seconds() {
        JsonPath other = freshSession(Registrations.PASSWORD);
        logOut(session).statusCode(204);
        Eventually.within(LIMIT).that(() -> wallet(session).statusCode(401));
        wallet(other).statusCode(200);
        session = other;
        changePassword("another good one").statusCode(204);
        Eventually.within(LIMIT).that(() -> wallet(other).statusCode(401));
        wallet(freshSession("another good one")).statusCode(200);
    }

    private static ValidatableResponse wallet(JsonPath session) {
        return given().auth()
                .oauth2(session.getString("accessToken"))
                .get("/wallets/" + session.getString("walletId"))
                .then();
    }

    @Test
    void a_refresh_token_in_two_hands_ends_the_sessions_access_tokens_too() {
        String first = session.getString("refreshToken");
        JsonPath second = refresh(first).statusCode(201).extract().jsonPath();
        refresh(second).statusCode(201);
        refresh(first).statusCode(401);
        refresh(first).statusCode(401);
        assertThat(told())
                .singleElement()
                .satisfies(event -> assertThat(event.getString("sid")).isEqualTo(sid(session)));
    }

    @Test
    void the_list_of_ended_sessions_is_for_services_and_takes_moments_only() {
        given().get("/internal/ended-sessions").then().statusCode(401);
        given().auth()
                .oauth2(session.getString("accessToken"))
                .get("/internal/ended-sessions")
                .then()
                .statusCode(403);
        asGateway("?since=yesterday").statusCode(400);
        logOut(session).statusCode(204);
        asGateway("?since=" + Instant.now().plusSeconds(60))
                .statusCode(200)
                .body("size()", org.hamcrest.Matchers.is(0));
    }

    private static ValidatableResponse logOut(JsonPath session) {
        return given().auth()
                .oauth2(session.getString("accessToken"))
                .delete("/sessions/current")
                .then();
    }

    private ValidatableResponse changePassword(String next) {
        return given().auth()
                .oauth2(session.getString("accessToken"))
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", Registrations.PASSWORD, "newPassword", next))
                .put("/merchants/" + merchantId + "/password")
                .then();
    }

    private JsonPath freshSession(String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("merchantId", merchantId, "password", password))
                .post("/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse refresh(JsonPath session) {
        return refresh(session.getString("refreshToken"));
    }

    private static ValidatableResponse refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/sessions/refreshes")
                .then();
    }

    private static ValidatableResponse asGateway(String query) {
        return given().auth()
                .oauth2(Tokens.service("gateway"))
                .get("/internal/ended-sessions" + query)
                .then();
    }

    private List<Map<String, Object>> ended() {
        List<Map<String, Object>> all = asGateway("?since=" + Instant.now().minusSeconds(60))
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
        return all.stream()
                .filter(end -> merchantId.equals(end.get("merchantId")))
                .toList();
    }

    /** The bodies of this merchant's events of ended sessions. */
    private List<JsonPath> told() {
        return StreamSupport.stream(
                        pool.preparedQuery("""
                                SELECT body::text AS body FROM (SELECT stream, type, body FROM event_feed
                                UNION ALL SELECT stream, type, body FROM outbox_pending) AS events
                                WHERE stream = $1 AND type = 'merchant.sessions-ended'
                                """)
                                .execute(Tuple.of("merchant:" + merchantId))
                                .await()
                                .atMost(LIMIT)
                                .spliterator(),
                        false)
                .map(row -> JsonPath.from(row.getString("body")))
                .toList();
    }

    private static String sid(JsonPath session) {
        return claims(session).getString("sid");
    }

    private static Instant issuedAt(JsonPath session) {
        return Instant.ofEpochSecond(claims(session).getLong("iat"));
    }

    private static JsonPath claims(JsonPath session) {
        String payload = session.getString("accessToken").split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
