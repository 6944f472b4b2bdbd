package io.sirenorder.merchant.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.SirenTestResource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of pages: the refresh token lives in a cookie that no script reads. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class SessionCookieTest {
    private static final String NAME = "__Secure-siren-session";

    private String merchantId;

    @BeforeEach
    void register() {
        merchantId = Registrations.fresh().getString("merchantId");
    }

    @Test
    void a_kept_session_is_a_cookie_for_sessions_alone() {
        ValidatableResponse answer = logIn(ownOrigin())
                .statusCode(201)
                .body("refreshToken", nullValue())
                .body("accessToken", notNullValue());
        Cookie cookie = answer.extract().detailedCookie(NAME);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/sessions");
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getMaxAge()).isEqualTo(14 * 24 * 3600);
    }

    @Test
    void a_reload_costs_one_refresh_without_a_token_in_the_body() {
        String first = logIn(ownOrigin()).extract().cookie(NAME);
        String second = refresh(first, ownOrigin())
                .statusCode(201)
                .body("refreshToken", nullValue())
                .body("merchantId", is(merchantId))
                .extract()
                .cookie(NAME);
        assertThat(second).isNotBlank().isNotEqualTo(first);
        refresh(second, ownOrigin()).statusCode(201);
    }

    @Test
    void a_page_of_another_origin_uses_no_cookie() {
        String cookie = logIn(ownOrigin()).extract().cookie(NAME);
        refresh(cookie, "https://elsewhere.example").statusCode(403).body("code", is("forbidden"));
        refresh(cookie, "null").statusCode(403);
        given().cookie(NAME, cookie)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/sessions/refreshes")
                .then()
                .statusCode(403);
        logIn("https://elsewhere.example").statusCode(403);
        given().cookie(NAME, cookie)
                .header("Origin", "https://elsewhere.example")
                .delete("/sessions/current")
                .then()
                .statusCode(403);
        refresh(cookie, ownOrigin()).statusCode(201);
    }

    @Test
    void the_host_that_the_front_door_names_is_the_own_one() {
        given().contentType(ContentType.JSON)
                .header("X-Forwarded-Host", "order.example.com")
                .header("Origin", "https://order.example.com")
                .body(credentials())
                .post("/sessions")
                .then()
                .statusCode(201);
    }

    @Test
    void a_refresh_without_any_token_is_not_logged_in() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/sessions/refreshes")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("bad-credentials"));
    }

    @Test
    void a_logout_by_cookie_ends_the_session_and_clears_the_cookie() {
        String cookie = logIn(ownOrigin()).extract().cookie(NAME);
        Cookie cleared = page(cookie, ownOrigin())
                .delete("/sessions/current")
                .then()
                .statusCode(204)
                .extract()
                .detailedCookie(NAME);
        assertThat(cleared.getMaxAge()).isZero();
        refresh(cookie, ownOrigin()).statusCode(401);
        page(cookie, ownOrigin()).delete("/sessions/current").then().statusCode(401);
    }

    private ValidatableResponse logIn(String origin) {
        return given().contentType(ContentType.JSON)
                .header("Origin", origin)
                .body(credentials())
                .post("/sessions")
                .then();
    }

    private Map<String, Object> credentials() {
        return Map.of("merchantId", merchantId, "password", Registrations.PASSWORD, "keep", true);
    }

    private static ValidatableResponse refresh(String cookie, String origin) {
        return page(cookie, origin)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/sessions/refreshes")
                .then();
    }

    private static RequestSpecification page(String cookie, String origin) {
        return given().cookie(NAME, cookie).header("Origin", origin);
    }

    private static String ownOrigin() {
        return "http://localhost:" + RestAssured.port;
    }
}
