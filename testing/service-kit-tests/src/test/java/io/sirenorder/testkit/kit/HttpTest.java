package io.sirenorder.testkit.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sirenorder.testkit.RawHttp;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class HttpTest {
    private static final String ID = "0190a0a0-0000-7000-8000-000000000000";
    private static final String DATE =
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT";

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/xml", "image/png"})
    void an_answer_in_another_media_type_is_refused(String type) {
        given().auth()
                .oauth2(Tokens.buyer("kim"))
                .accept(type)
                .get("/parcels/buyer")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("code", equalTo("not-acceptable"))
                .body(not(containsString("kim")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded",
                "application/x+json",
                "text/plain",
                "*/*",
                "nonsense"
            })
    void a_body_of_another_media_type_is_refused(String type) throws IOException {
        String answer = RawHttp.answer("POST /parcels HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                + "\r\nContent-Length: 7\r\n\r\n{\"a\":1}");
        assertThat(answer).startsWith("HTTP/1.1 415").contains("\"code\":\"unsupported-media-type\"");
    }

    @Test
    void a_type_without_a_body_does_not_matter() {
        given().contentType("text/plain")
                .post("/parcels/" + ID + "/arrival")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .post("/parcels")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void a_method_that_a_path_does_not_take_is_told_those_that_it_takes() {
        given().delete("/parcels/" + ID)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .body("code", equalTo("method-not-allowed"));
        given().put("/parcels").then().statusCode(405).header("Allow", "OPTIONS, POST");
        given().options("/parcels/" + ID + "/arrival").then().statusCode(204).header("Allow", "OPTIONS, POST");
        given().options("/nowhere").then().statusCode(404);
    }

    @Test
    void every_answer_has_a_date() throws IOException {
        given().get("/parcels/busy").then().header("Date", matchesPattern(DATE));
        given().get("/nowhere").then().header("Date", matchesPattern(DATE));
        given().get("/q/health/live").then().statusCode(200).header("Date", matchesPattern(DATE));
        assertThat(RawHttp.answer("GET /parcels HTTP/1.1\r\n\r\n")).containsIgnoringCase("\r\ndate: ");
    }

    @Test
    void a_problem_says_its_language_and_that_it_depends_on_the_request() {
        Response english = given().header("Accept-Language", "en").get("/nowhere");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.headers().getValues("Vary")).contains("accept-language");
        Response korean = given().get("/parcels/busy");
        assertThat(korean.header("Content-Language")).isEqualTo("ko");
        assertThat(korean.headers().getValues("Vary")).contains("accept-language");
    }

    @Test
    void an_answer_to_a_signed_in_caller_is_not_cached() {
        given().auth()
                .oauth2(Tokens.buyer("kim"))
                .get("/parcels/buyer")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
        given().post("/parcels/" + ID + "/arrival").then().header("Cache-Control", "no-store");
        given().get("/parcels/" + ID + "/journey").then().statusCode(200).header("Cache-Control", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parcels/%c3%28", "/parcels/a%00b", "/parcels/%2e%2e%2f"})
    void a_path_of_strange_bytes_is_a_problem(String path) throws IOException {
        assertThat(RawHttp.answer("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .containsPattern("HTTP/1.1 40[04] ")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/parcels/%", "/parcels/%zz"})
    void a_path_that_cannot_be_decoded_is_refused(String path) throws IOException {
        assertThat(RawHttp.answer("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"instance\":\"" + path + "\"");
    }

    @Test
    void a_head_that_is_too_large_is_told_so_however_large_it_is() throws IOException {
        String head = RawHttp.lines(
                "GET /parcels/busy HTTP/1.1", "Host: x", "Accept-Language: en", "X: " + "x".repeat(5_000_000));
        assertThat(RawHttp.untilTheEnd(head)).startsWith("HTTP/1.1 431").contains("\"code\":\"headers-too-large\"");
        String address = RawHttp.lines("GET /" + "x".repeat(5_000_000) + " HTTP/1.1", "Host: x");
        assertThat(RawHttp.untilTheEnd(address)).startsWith("HTTP/1.1 414").contains("\"code\":\"uri-too-long\"");
    }

    @Test
    void the_connection_of_a_malformed_address_goes_on() throws IOException {
        assertThat(RawHttp.untilTheEnd(RawHttp.lines("GET /%zz HTTP/1.1", "Host: x")
                        + RawHttp.lines("GET /parcels/busy HTTP/1.1", "Host: x")))
                .contains("HTTP/1.1 400", "HTTP/1.1 429");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a/b?c@d\r\n", "Host: user@a\r\n", "Host:\r\n", "Host: a b\r\n"})
    void a_request_names_exactly_one_host(String hosts) throws IOException {
        assertThat(RawHttp.answer("GET /parcels/busy HTTP/1.1\r\n" + hosts + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"invalid-request\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "siren.example", "merchant_service", "[::1]:80", "10.0.0.7:8081"})
    void a_good_host_is_taken(String host) throws IOException {
        assertThat(RawHttp.answer("GET /parcels/busy HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                .startsWith("HTTP/1.1 429");
    }

    @Test
    void headers_without_number_are_refused() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            many.append('x').append(i).append(": 1\r\n");
        }
        assertThat(RawHttp.answer("GET /parcels/busy HTTP/1.1\r\nHost: x\r\n" + many + "\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void a_connection_on_which_a_body_was_chunked_is_closed_as_its_length_may_have_been_told_too() throws IOException {
        String smuggling = RawHttp.lines(
                        "POST /parcels HTTP/1.1",
                        "Host: x",
                        "Content-Type: application/json",
                        "Content-Length: 4",
                        "Transfer-Encoding: chunked")
                + "0\r\n\r\n" + RawHttp.lines("GET /parcels/busy HTTP/1.1", "Host: x");
        assertThat(RawHttp.untilTheEnd(smuggling)).startsWith("HTTP/1.1 4").doesNotContain("too-many-requests");
    }

    @Test
    void a_body_that_drips_is_cut_off() throws IOException {
        String dripping = RawHttp.lines(
                        "POST /parcels HTTP/1.1", "Host: x", "Content-Type: application/json", "Content-Length: 400")
                + "{\"name\":";
        assertThat(RawHttp.untilTheEnd(dripping)).startsWith("HTTP/1.1 408").contains("\"code\":\"body-too-slow\"");
    }

    @Test
    void a_head_that_is_never_finished_is_cut_off() throws IOException {
        assertThat(RawHttp.untilTheEnd("GET /parcels/busy HTTP/1.1\r\nHost: x\r\nX-Half"))
                .doesNotContain("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Content-Type", "Idempotency-Key"})
    void a_field_of_which_one_value_counts_is_given_once(String name) throws IOException {
        assertThat(RawHttp.answer(RawHttp.lines("GET /parcels/busy HTTP/1.1", "Host: x", name + ": a", name + ": b")))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"invalid-request\"", "\"field\":\"" + name + "\"");
    }

    @Test
    void http_2_is_not_spoken_in_clear_text() throws IOException {
        String upgrade = RawHttp.lines(
                "GET /parcels/busy HTTP/1.1",
                "Host: x",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA");
        assertThat(RawHttp.answer(upgrade)).startsWith("HTTP/1.1 429");
        assertThat(RawHttp.answer("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotContain("\u0004");
    }

    @Test
    void pages_of_the_configured_origins_may_call() {
        given().header("Origin", "https://shop.test")
                .header("Access-Control-Request-Method", "POST")
                .options("/parcels")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://shop.test")
                .header("Access-Control-Allow-Headers", containsString("idempotency-key"))
                .header("Vary", containsString("origin"));
        given().header("Origin", "https://shop.test")
                .get("/parcels/busy")
                .then()
                .statusCode(429)
                .header("Access-Control-Allow-Origin", "https://shop.test")
                .header("Access-Control-Expose-Headers", containsString("retry-after"));
        given().header("Origin", "https://evil.test")
                .get("/parcels/busy")
                .then()
                .statusCode(429)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
