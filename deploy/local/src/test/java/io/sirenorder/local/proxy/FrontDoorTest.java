package io.sirenorder.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Vertx vertx = Vertx.vertx();
    private final Origin origin = Origin.start(vertx);
    private final Origin second = Origin.start(vertx);
    private final Pool pool = new Pool(List.of(origin.instance, second.instance));
    private final RoutingTable routes = new RoutingTable(new TreeMap<>(Map.of("/stores", "store")));
    private final FrontDoor door = FrontDoor.open(vertx, "127.0.0.1", 0, routes, Map.of("store", pool));

    @AfterEach
    void close() {
        door.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_request_reaches_its_service_as_it_was_sent() throws Exception {
        HttpResponse<String> answer =
                send(to("/stores/1?near=37.5,127.0").POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject heard = new JsonObject(answer.body());
        assertThat(heard.getString("uri")).isEqualTo("/stores/1?near=37.5,127.0");
        assertThat(heard.getString("method")).isEqualTo("POST");
        assertThat(heard.getInteger("length")).isEqualTo(7);
        assertThat(heard.getJsonObject("headers").getString("host")).isEqualTo("127.0.0.1:" + door.port());
    }

    @Test
    void instances_take_turns() throws Exception {
        for (int i = 0; i < 10; i++) {
            send(to("/stores"));
        }
        assertThat(origin.seen).hasSize(5);
        assertThat(second.seen).hasSize(5);
    }

    @Test
    void a_dead_instance_is_skipped_unnoticed() throws Exception {
        second.stop();
        for (int i = 0; i < 10; i++) {
            assertThat(send(to("/stores")).statusCode()).isEqualTo(200);
        }
        assertThat(origin.seen).hasSize(10);
    }

    @Test
    void an_instance_that_is_leaving_gets_nothing_new() throws Exception {
        origin.instance.serving(false);
        for (int i = 0; i < 4; i++) {
            send(to("/stores"));
        }
        assertThat(origin.seen).isEmpty();
        assertThat(second.seen).hasSize(4);
    }

    @Test
    void without_any_instance_the_caller_is_told_to_come_back() throws Exception {
        origin.stop();
        second.instance.serving(false);
        HttpResponse<String> answer = send(to("/stores"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("service-unavailable");
    }

    @Test
    void a_service_that_breaks_off_is_a_bad_gateway() throws Exception {
        assertThat(send(to("/stores/break")).statusCode()).isEqualTo(502);
    }

    @Test
    void half_an_answer_is_never_a_whole_one() throws IOException {
        String answer = Caller.send(door.port(), "GET /stores/half HTTP/1.1", "Host: siren");
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("\r\n0\r\n");
    }

    @Test
    void what_no_route_names_is_not_found() throws Exception {
        for (String path : List.of("/", "/internal/events", "/q/health", "/storeskeeper", "/stores/%2e%2e/internal")) {
            HttpResponse<String> answer = send(to(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("not-found");
        }
        assertThat(origin.seen).isEmpty();
    }

    @Test
    void what_is_no_http_or_too_long_is_answered_by_a_problem() throws IOException {
        Map<String, String> answers = Map.of(
                "GET /stores HTTP/1.1\r\nHost: siren\r\nX Y: z",
                "400",
                "GET /stores HTTP/1.1\r\nHost: siren\r\nX: a\u0000b",
                "400",
                "nonsense",
                "400",
                "POST /stores HTTP/1.1\r\nHost: siren\r\nContent-Length: 1\r\nContent-Length: 2",
                "400",
                "POST /stores HTTP/1.1\r\nHost: siren\r\nTransfer-Encoding: xchunked",
                "400",
                "GET /stores HTTP/1.1\r\nHost: siren\r\n: a",
                "400",
                "GET /stores?a=" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: siren",
                "414",
                "GET /stores HTTP/1.1\r\nHost: siren\r\nX: " + "x".repeat(20_000),
                "431");
        for (Map.Entry<String, String> each : answers.entrySet()) {
            assertThat(Caller.send(door.port(), each.getKey()))
                    .as(each.getKey().substring(0, Math.min(60, each.getKey().length())))
                    .containsPattern("^HTTP/1\\.[01] " + each.getValue())
                    .contains("application/problem+json", "\"status\":" + each.getValue());
        }
        assertThat(origin.seen).isEmpty();
    }

    @Test
    void a_message_whose_length_or_host_would_stay_behind_goes_nowhere() throws IOException {
        for (String named : List.of("Content-Length", "content-length, close", "close,HOST")) {
            String answer = Caller.send(
                    door.port(),
                    "POST /stores HTTP/1.1",
                    "Host: siren",
                    "Content-Length: 2",
                    "Connection: " + named,
                    "",
                    "{}");
            assertThat(answer).as(named).startsWith("HTTP/1.1 400");
        }
        assertThat(origin.seen).isEmpty();
    }

    @Test
    void an_address_that_another_parser_might_split_goes_nowhere() throws IOException {
        for (String address : List.of("/stores\u0001", "/stores\u000b/1", "/stores?a=\u0000", "/stores\u007f")) {
            String answer = Caller.send(door.port(), "GET " + address + " HTTP/1.1", "Host: siren");
            assertThat(answer).containsPattern("^HTTP/1\\.[01] 400 ");
        }
        assertThat(origin.seen).isEmpty();
        assertThat(second.seen).isEmpty();
    }

    @Test
    void a_request_names_one_host_that_is_one() throws IOException {
        String close = "Connection: close";
        assertThat(Caller.send(door.port(), "GET /stores HTTP/1.1", "X-No: host", close))
                .startsWith("HTTP/1.1 400");
        assertThat(Caller.send(door.port(), "GET /stores HTTP/1.1", "Host: a", "Host: b", close))
                .startsWith("HTTP/1.1 400");
        assertThat(Caller.send(door.port(), "GET /stores HTTP/1.1", "Host: a/b?c@d", close))
                .startsWith("HTTP/1.1 400");
        assertThat(Caller.send(door.port(), "GET /stores HTTP/1.1", "Host: [::1]:8080", close))
                .startsWith("HTTP/1.1 200");
        assertThat(origin.seen.size() + second.seen.size()).isEqualTo(1);
    }

    @Test
    void http2_in_clear_text_is_not_spoken() throws IOException {
        String upgrade = Caller.send(
                door.port(),
                "GET /stores HTTP/1.1",
                "Host: siren",
                "Connection: close",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA");
        assertThat(upgrade).startsWith("HTTP/1.1 200");
        assertThat(Caller.send(door.port(), "PRI * HTTP/2.0", "", "SM", "")).doesNotContain("\u0000");
    }

    @Test
    void cookies_pass_in_both_directions() throws Exception {
        HttpResponse<String> answer = send(to("/stores").header("Cookie", "siren-session=a; b=c"));
        assertThat(new JsonObject(answer.body()).getJsonObject("headers").getString("cookie"))
                .isEqualTo("siren-session=a; b=c");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("one=1; HttpOnly", "two=2; Path=/");
    }

    @Test
    void a_refusal_speaks_the_callers_language_and_tells_its_trace() throws Exception {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        HttpResponse<String> english =
                send(to("/nowhere").header("Accept-Language", "en-GB,en;q=0.9").header("traceparent", parent));
        assertThat(new JsonObject(english.body()).getString("title")).isEqualTo("Not found");
        assertThat(new JsonObject(english.body()).getString("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(english.headers().firstValue("Content-Language")).hasValue("en");
        for (String other : List.of("fr", "*", "nonsense;;q")) {
            HttpResponse<String> korean = send(to("/nowhere").header("Accept-Language", other));
            assertThat(new JsonObject(korean.body()).getString("title")).isEqualTo("찾을 수 없습니다");
            assertThat(new JsonObject(korean.body()).getString("traceId")).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void a_service_continues_the_trace_that_the_door_began() throws Exception {
        JsonObject headers = new JsonObject(send(to("/stores")).body()).getJsonObject("headers");
        assertThat(headers.getString("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void who_is_asking_is_the_doors_to_say() throws Exception {
        JsonObject headers = new JsonObject(send(to("/stores")
                                .header("X-Forwarded-For", "6.6.6.6")
                                .header("X-Forwarded-Proto", "https")
                                .header("Forwarded", "for=6.6.6.6")
                                .header("X-Request-Id", "request-1"))
                        .body())
                .getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-port")).isEqualTo(Integer.toString(door.port()));
        assertThat(headers.getString("x-request-id")).isEqualTo("request-1");
        assertThat(headers.containsKey("forwarded")).isFalse();
    }

    @Test
    void a_request_id_that_is_none_is_replaced_and_told_back() throws Exception {
        HttpResponse<String> answer = send(to("/stores").header("X-Request-Id", "<script>"));
        assertThat(answer.headers().firstValue("X-Request-Id")).get().asString().matches("[0-9a-f-]{36}");
    }

    @Test
    void headers_of_one_hop_stay_there_in_both_directions() throws IOException {
        String answer = Caller.send(
                door.port(),
                "GET /stores HTTP/1.1",
                "Host: siren",
                "TE: trailers",
                "X-Secret: mine",
                "Keep-Alive: 5",
                "Connection: X-Secret",
                "Connection: close");
        assertThat(answer).contains("X-Outer: goes on").doesNotContain("X-Inner: stays");
        assertThat(allSeen().getJsonObject("headers").fieldNames()).doesNotContain("te", "x-secret", "keep-alive");
    }

    private JsonObject allSeen() {
        return (origin.seen.isEmpty() ? second : origin).seen.get(0);
    }

    @Test
    void a_body_over_a_mebibyte_is_refused_whether_declared_or_not() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        HttpRequest.Builder declared = to("/stores").POST(HttpRequest.BodyPublishers.ofByteArray(large));
        assertThat(send(declared).statusCode()).isEqualTo(413);
        List<byte[]> parts =
                IntStream.range(0, 17).mapToObj(i -> new byte[1 << 16]).toList();
        HttpRequest.Builder chunked = to("/stores").POST(HttpRequest.BodyPublishers.ofByteArrays(parts));
        assertThat(send(chunked).statusCode()).isEqualTo(413);
        assertThat(origin.seen).isEmpty();
        assertThat(second.seen).isEmpty();
    }

    /** RFC 9110, 10.1.1: who asks first sends its body when it is told to go on. */
    @Test
    void a_caller_who_asks_whether_to_go_on_is_told_so() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /stores HTTP/1.1\r\nHost: siren\r\nConnection: close\r\nContent-Length: 7\r\nExpect: 100-continue\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
            assertThat(new String(interim, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
            out.write("{\"a\":1}".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 200", "\"length\":7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no size", "5\r\nhellono end", "-1", "fffffffffffffffff"})
    void a_body_that_stops_being_chunks_is_answered_and_its_connection_closed(String chunk) throws IOException {
        String answer = Caller.send(
                door.port(),
                "POST /stores HTTP/1.1",
                "Host: siren",
                "Transfer-Encoding: chunked",
                "",
                "3\r\none\r\n" + chunk,
                "",
                "GET /stores HTTP/1.1",
                "Host: siren");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("connection: close")
                .contains("\"code\":\"invalid-request\"")
                .doesNotContain("HTTP/1.1 200");
        assertThat(origin.seen).isEmpty();
        assertThat(second.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stores/early", "/stores/early-and-close", "/stores/break", "/stores/half", "/unknown"})
    void a_refusal_before_the_body_is_read_does_not_hold_up_the_next_request(String path) throws IOException {
        for (int length : List.of(7, 100_000, 1_000_000)) {
            assertThat(answersAfter(path, length))
                    .as("%s with %d bytes", path, length)
                    .satisfiesAnyOf(
                            closed -> assertThat(closed)
                                    .contains("onnection: close")
                                    .doesNotContain("HTTP/1.1 200 OK\r\nX-"),
                            next -> assertThat(next).contains("HTTP/1.1 200"));
        }
    }

    @Test
    void a_refusal_without_any_instance_does_not_hold_up_the_next_request() throws IOException {
        for (Instance instance : List.of(origin.instance, second.instance)) {
            instance.serving(false);
        }
        assertThat(answersAfter("/stores", 7).split("HTTP/1.1 503", -1)).hasSize(3);
    }

    private String answersAfter(String path, int length) throws IOException {
        return Caller.send(
                door.port(),
                "POST " + path + " HTTP/1.1",
                "Host: siren",
                "Content-Length: " + length,
                "",
                "x".repeat(length) + "GET /stores HTTP/1.1",
                "Host: siren",
                "Connection: close");
    }
}
