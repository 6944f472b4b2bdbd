package io.sirenorder.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServingTest {
    private static final Pattern FACTS =
            Pattern.compile("<script type=\"application/json\" id=\"facts\">(.*)</script>");

    @Inject
    Pages pages;

    @TestHTTPResource
    URI base;

    static Stream<String> documents() {
        return PagesOnDisk.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_page_is_confined_by_its_policy(String path) {
        Headers headers = get(path).getHeaders();
        assertThat(headers.getValue("Content-Security-Policy").split("; "))
                .contains(
                        "default-src 'none'",
                        "style-src 'self'",
                        "img-src 'self' https: data:",
                        "manifest-src 'self'",
                        "worker-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'")
                .noneMatch(directive -> directive.contains("unsafe-"));
        assertThat(headers.getValue("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getValue("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getValue("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(headers.getValue("Permissions-Policy"))
                .isEqualTo("geolocation=(self), screen-wake-lock=(self), camera=(), microphone=(), payment=()");
        assertThat(headers.getValue("Cache-Control")).isEqualTo("no-cache");
        assertThat(headers.getValue("Content-Type")).isEqualTo("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void all_but_the_page_of_payment_allow_own_scripts_only_and_demand_trusted_types(String path) {
        Headers headers = get(path).getHeaders();
        List<String> policy =
                List.of(headers.getValue("Content-Security-Policy").split("; "));
        if (path.equals(PagePolicy.PAY.path())) {
            assertThat(policy)
                    .contains("script-src 'self' https://sdk.example.com http://localhost:9090")
                    .contains("form-action 'self' https: https://pg.example.com")
                    .noneMatch(directive -> directive.contains("trusted-types"));
            assertThat(headers.getValue("Cross-Origin-Opener-Policy")).isEqualTo("same-origin-allow-popups");
        } else {
            assertThat(policy)
                    .contains("script-src 'self'", "form-action 'self'")
                    .contains("require-trusted-types-for 'script'", "trusted-types lit-html siren");
            assertThat(headers.getValue("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void only_the_pages_that_sign_in_there_may_call_an_issuer() {
        assertThat(connections(PagePolicy.TILL)).isEqualTo("connect-src 'self' wss://order.example.com");
        assertThat(PagePolicy.SHOP.contentSecurity(config()))
                .contains("connect-src 'self' wss://order.example.com https://buyers.example.com;");
        assertThat(PagePolicy.OPERATOR.contentSecurity(config()))
                .contains("connect-src 'self' wss://order.example.com https://staff.example.com:8443;");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_page_is_sent_again_only_when_it_has_changed(String path) {
        String tag = get(path).getHeader("ETag");
        given().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().header("If-None-Match", "W/\"other\"").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_page_knows_its_edition(String path) {
        assertThat(facts(path).getString("edition")).isEqualTo(pages.edition()).matches("[0-9a-f]{10}");
    }

    @Test
    void a_page_knows_what_is_configured_for_it_and_no_more() {
        assertThat(facts("/shop/").getJsonObject("buyers").getString("issuer"))
                .isEqualTo("https://buyers.example.com/realms/x");
        assertThat(facts("/operator/").getJsonObject("operators").getString("clientId"))
                .isEqualTo("siren-order");
        assertThat(facts("/shop/pay").getJsonObject("pay").getString("v2Sdk"))
                .isEqualTo("https://sdk.example.com/v2.js?a=%3C");
        assertThat(facts("/till/").fieldNames()).containsExactly("edition");
        assertThat(documents().map(path -> facts(path).size())).allMatch(members -> members <= 2);
    }

    private static JsonObject facts(String path) {
        var matcher = FACTS.matcher(get(path).asString());
        assertThat(matcher.find()).as(path).isTrue();
        return new JsonObject(matcher.group(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kit/api.js", "kit/kit.css", "lit-html/lit-html.js", "icons/icon.svg", "icons/icon-192.png"})
    void files_of_this_edition_are_kept_for_a_year(String name) {
        Response answer = get("/assets/" + pages.edition() + "/" + name);
        answer.then().statusCode(200).header("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/0123456789/kit/api.js",
                "/assets/kit/api.js",
                "/assets/",
                "/till/kit/api.js",
                "/till/index.html",
                "/",
                "/shop/pay/",
                "/assets/../application.properties"
            })
    void another_edition_or_path_is_a_problem_that_no_cache_keeps(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("title", equalTo("찾을 수 없습니다"))
                .body("status", equalTo(404))
                .body("instance", equalTo(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/till", "/shop", "/operator"})
    void a_page_without_its_slash_leads_to_the_page(String path) {
        given().redirects().follow(false).get(path).then().statusCode(308).header("Location", path + "/");
    }

    @Test
    void what_changes_with_an_edition_but_is_named_without_it_is_revalidated() {
        for (String path : List.of("/assets/boot.js", "/till/sw.js", "/till/manifest.webmanifest")) {
            Response answer = get(path);
            answer.then().statusCode(200).header("Cache-Control", "no-cache");
            given().header("If-None-Match", answer.getHeader("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
        get("/till/sw.js").then().body(containsString("\"/assets/" + pages.edition() + "/till/main.js\""));
    }

    @Test
    void text_is_compressed_for_those_who_can_read_it() {
        String path = "/assets/" + pages.edition() + "/kit/kit.css";
        assertThat(given().config(PagesOnDisk.raw())
                        .header("Accept-Encoding", "gzip")
                        .get(path)
                        .getHeader("Content-Encoding"))
                .isEqualTo("gzip");
        given().config(PagesOnDisk.raw())
                .get(path)
                .then()
                .header("Content-Encoding", nullValue())
                .header("Vary", "Accept-Encoding");
    }

    @Test
    void reading_is_all_that_one_can_do_here() {
        given().header("Accept-Language", "en")
                .post("/till/")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .header("Content-Language", "en")
                .body("code", equalTo("method-not-allowed"))
                .body("title", equalTo("Method not allowed"))
                .body("detail", equalTo("This path does not take this method."));
        given().head("/till/").then().statusCode(200).header("Content-Length", not(equalTo("0")));
    }

    @Test
    void http_2_in_clear_text_is_not_spoken() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/shop/")).build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).version())
                .isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    @Test
    void no_placeholder_is_left_in_a_document() {
        Stream.concat(documents(), Stream.of("/till/sw.js", "/till/manifest.webmanifest", "/assets/boot.js"))
                .forEach(path -> assertThat(get(path).asString()).as(path).doesNotContain("{{"));
    }

    @Inject
    WebConfig config;

    private WebConfig config() {
        return config;
    }

    private String connections(PagePolicy page) {
        return Stream.of(page.contentSecurity(config).split("; "))
                .filter(directive -> directive.startsWith("connect-src"))
                .findFirst()
                .orElseThrow();
    }

    private static Response get(String path) {
        return given().get(path);
    }
}
