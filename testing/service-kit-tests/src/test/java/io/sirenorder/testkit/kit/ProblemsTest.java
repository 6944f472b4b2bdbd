package io.sirenorder.testkit.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sirenorder.testkit.BadInputs;
import io.sirenorder.testkit.RawHttp;
import io.sirenorder.testkit.SirenTestResource;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class ProblemsTest {
    private static final String ID = "0190a0a0-0000-7000-8000-000000000000";
    private static final String GOOD = """
            {"name":"tea","quantity":2,"fragile":true,"price":4500,"store":"%s","at":"2026-11-22T12:00:00Z",
             "colour":"RED","weight":1.5,"items":[{"label":"one"}]}""".formatted(ID);

    @Test
    void a_good_body_is_taken() {
        given().contentType("application/json")
                .body(GOOD)
                .post("/parcels")
                .then()
                .statusCode(200)
                .body("price", equalTo(4500));
    }

    @Test
    void every_bad_body_is_refused_with_a_problem() {
        BadInputs.of(GOOD)
                .optional("price", "store", "at", "colour", "items")
                .signed("weight", "price")
                .areRefusedBy("POST", "/parcels", (String) null);
    }

    @Test
    void a_problem_names_the_field_and_nothing_of_ours() {
        given().header("Accept-Language", "en")
                .contentType("application/json")
                .body(GOOD.replace("\"one\"", "\" \"").replace("\"quantity\":2", "\"quantity\":100"))
                .post("/parcels")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("items[0].label"))
                .body("errors[1].field", equalTo("quantity"))
                .body("detail", equalTo("items[0].label must not be blank"));
    }

    @Test
    void a_problem_is_told_in_the_language_that_is_asked_for() {
        problem(given().get("/parcels/" + ID), 404, "not-found").body("title", equalTo("찾을 수 없습니다"));
        problem(given().header("Accept-Language", "en-US").get("/parcels/" + ID), 404, "not-found")
                .body("title", equalTo("Not found"))
                .body("type", equalTo("https://sirenorder.io/problems/not-found"))
                .body("instance", equalTo("/parcels/" + ID))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void what_does_not_exist_is_answered_alike() {
        problem(given().get("/nowhere"), 404, "not-found");
        problem(given().get("/parcels/not-an-id"), 404, "not-found");
        problem(given().get("/q/nowhere"), 404, "not-found");
        problem(given().delete("/parcels"), 405, "method-not-allowed");
        problem(given().accept("image/png").post("/parcels"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?limit=many",
                "/?limit=101",
                "/?limit=-1",
                "/?limit=1.5",
                "/?limit=99999999999",
                "/journey?store=nonsense",
                "/journey?store=0190a0a0-0000-7000-8000-00000000000g",
                "/journey?event=nonsense",
                "/journey?after=9223372036854775808",
                "/journey?colour=GREEN",
                "/journey?fragile=perhaps",
                "/journey?cursor=nonsense",
                "/journey?cursor=***",
                "/journey?word=a&colour=GREAT",
            })
    void a_parameter_that_cannot_be_read_is_named(String question) {
        String name = question.replaceFirst("^.*[?&]([a-z]+)=.*$", "$1");
        problem(
                        given().urlEncodingEnabled(false).get("/parcels/" + ID + question.replace("/?", "?")),
                        400,
                        "invalid-request")
                .body("errors.field", contains(name));
    }

    @Test
    void parameters_that_can_be_read_are() {
        given().get("/parcels/" + ID + "/journey?store=" + ID + "&event=" + ID
                        + "&after=7&colour=RED&fragile=true&word=x")
                .then()
                .statusCode(200)
                .body(equalTo(ID + " " + ID + " " + ID + " 7 RED true x []"));
        given().get("/parcels/" + ID + "/journey?store=&after=&fragile=")
                .then()
                .statusCode(200)
                .body(equalTo(ID + " null null 0 null false null []"));
    }

    @Test
    void an_unreadable_id_in_the_path_is_unknown_for_each_method() {
        problem(given().get("/parcels/nonsense/journey?word=nonsense"), 404, "not-found");
        problem(given().get("/parcels/nonsense?limit=5"), 404, "not-found");
    }

    @Test
    void our_own_mistake_is_an_id_and_nothing_else() {
        problem(given().get("/parcels/broken"), 500, "unexpected-failure")
                .body(not(containsString("SELECT")))
                .body(not(containsString("Exception")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void a_caller_who_asks_too_often_is_told_when_to_come_back() {
        problem(given().get("/parcels/busy"), 429, "too-many-requests")
                .header("Retry-After", "7")
                .header("RateLimit", "\"too-many-requests\";r=0;t=7");
    }

    @Test
    void a_trace_that_comes_in_is_kept() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        given().header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .get("/parcels/busy")
                .then()
                .body("traceId", equalTo(trace));
    }

    @Test
    void answers_carry_the_headers_that_browsers_heed() {
        given().get("/parcels/busy")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Strict-Transport-Security", "max-age=31536000")
                .header("Cache-Control", "no-store");
    }

    @Test
    void a_body_of_unknown_length_that_is_too_large_is_answered_and_cut_off() throws IOException {
        for (String endOfBody : List.of("0\r\n\r\n", "")) {
            String answer =
                    RawHttp.untilTheEnd("POST /parcels HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n" + chunk(4096).repeat(17) + endOfBody);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"code\":\"body-too-large\"", "\"instance\":\"/parcels\"");
        }
    }

    @Test
    void a_body_of_unknown_length_that_is_not_too_large_is_read() throws IOException {
        String length = Integer.toHexString(GOOD.length());
        String answer = RawHttp.answer("POST /parcels HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + length + "\r\n" + GOOD + "\r\n"
                + chunk(4096).repeat(15) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_body_that_stops_being_chunks_is_answered_and_its_connection_closed() throws IOException {
        String answer = RawHttp.untilTheEnd("POST /parcels HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk(100) + "no size\r\n\r\n"
                + "GET /parcels/busy HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("connection: close")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"invalid-request\"", "\"instance\":\"/parcels\"")
                .doesNotContain("429");
    }

    private static String chunk(int length) {
        return Integer.toHexString(length) + "\r\n" + " ".repeat(length) + "\r\n";
    }

    @Test
    void smuggled_requests_are_refused() throws IOException {
        String twoLengths = "POST /parcels HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde";
        assertThat(RawHttp.answer(twoLengths)).startsWith("HTTP/1.1 400");
        String space = "GET /parcels/busy HTTP/1.1\r\nHost : x\r\n\r\n";
        assertThat(RawHttp.answer(space)).startsWith("HTTP/1.1 400");
        for (String coding : List.of(
                "xchunked", "identity", "", "gzip, chunked", "chunked, chunked", "identity, chunked", "\"chunked\"")) {
            String coded = "POST /parcels HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + coding
                    + "\r\n\r\n2\r\n{}\r\n0\r\n\r\nGET /parcels/busy HTTP/1.1\r\nHost: x\r\n\r\n";
            assertThat(RawHttp.answer(coded))
                    .as(coding)
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("connection: close")
                    .doesNotContain("HTTP/1.1 429");
        }
        String nameless = "GET /parcels/busy HTTP/1.1\r\nHost: x\r\n: a\r\n\r\n";
        assertThat(RawHttp.answer(nameless)).startsWith("HTTP/1.1 400");
        String largeHeader = "GET /parcels/busy HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n";
        assertThat(RawHttp.answer(largeHeader)).startsWith("HTTP/1.1 431");
    }

    @Test
    void a_condition_that_would_be_ignored_is_refused() throws IOException {
        for (String condition : List.of("\"a\"", "W/\"a\"", "\"a\", \"b\"", "nonsense")) {
            String asked = "GET /parcels/busy HTTP/1.1\r\nHost: x\r\nIf-Match: " + condition + "\r\n\r\n";
            assertThat(RawHttp.answer(asked)).startsWith("HTTP/1.1 400").contains("\"field\":\"If-Match\"");
        }
        String any = "GET /parcels/busy HTTP/1.1\r\nHost: x\r\nIf-Match: *\r\n\r\n";
        assertThat(RawHttp.answer(any)).startsWith("HTTP/1.1 429");
    }

    /** RFC 9112, 5.2: a line that goes on in the next is refused, or is one line to all who read it; never two headers. */
    @Test
    void a_folded_header_is_one_line() throws IOException {
        String folded = "GET /parcels/busy HTTP/1.1\r\nHost: x\r\nX: a\r\n Transfer-Encoding: chunked\r\n\r\n";
        assertThat(RawHttp.answer(folded)).startsWith("HTTP/1.1 429");
        String host = "GET /parcels/busy HTTP/1.1\r\nX: a\r\n Host: x\r\n\r\n";
        assertThat(RawHttp.answer(host)).startsWith("HTTP/1.1 400");
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }
}
