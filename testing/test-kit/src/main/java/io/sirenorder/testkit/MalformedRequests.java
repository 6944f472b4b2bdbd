package io.sirenorder.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Requests that no client library sends: malformed addresses, heads, fields and bodies, to the service under test itself and
 * to each operation of its OpenAPI document. Each is answered, below 500, and each refusal is a problem with a body.
 */
public final class MalformedRequests {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final String JSON = "application/json";

    private static final List<String> TARGETS = List.of(
            "/%",
            "/%2",
            "/%zz",
            "/a%z",
            "/%+1",
            "/%00",
            "/a%00b",
            "/%ff%fe",
            "/%c3%28",
            "/%c0%ae%c0%ae",
            "/%0d%0aHost:%20x",
            "//",
            "//nowhere",
            "/..",
            "/../",
            "/../../etc/passwd",
            "/nowhere/../..",
            "/nowhere/%2e%2e/%2e%2e",
            "/nowhere/..%2f..%2f",
            "/.",
            "/\\..\\nowhere",
            "/nowhere;a=b",
            "/{id}",
            "/a|b^c`\"<>",
            "/\u00e4",
            "nowhere",
            "http://x",
            "http://x/",
            "http://other.example:99/nowhere",
            "http://",
            "file:///etc/passwd",
            "//other.example/nowhere",
            "x:99",
            "*",
            "?",
            "#",
            "/nowhere#fragment",
            "/nowhere?a=%zz",
            "/nowhere?%",
            "/nowhere?%00=%00",
            "/nowhere?&&&===&",
            "/" + "a".repeat(5_000),
            "/" + "a".repeat(20_000),
            "/" + "%20".repeat(6_000),
            "/" + "a/".repeat(10_000),
            "/nowhere?" + "a".repeat(20_000),
            "/nowhere?" + "a=b&".repeat(12_000));

    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "get", "PRI");

    private static final List<String> FIELDS = List.of(
            "X: " + "x".repeat(20_000),
            "X: " + "x".repeat(60_000),
            "x".repeat(20_000) + ": 1",
            "X-Many: 1\r\n".repeat(150).strip(),
            ("X-Long: " + "x".repeat(500) + "\r\n").repeat(50).strip(),
            "Cookie: " + "a=b; ".repeat(5_000),
            "Accept: ;",
            "Accept: /",
            "Accept: */*;q=nonsense",
            "Accept: application/json;q=9",
            "Accept: text/" + "x".repeat(5_000),
            "Accept-Language: ",
            "Accept-Language: *",
            "Accept-Language: *-*;q=1",
            "Accept-Language: ko;q=nonsense",
            "Accept-Language: -,;=",
            "Accept-Language: " + "ko,".repeat(3_000),
            "Accept-Language: \u00e4\u00f6",
            "Accept-Encoding: nonsense;q=x",
            "Accept-Charset: nonsense",
            "Authorization: ",
            "Authorization: Bearer",
            "Authorization: Bearer  ",
            "Authorization: Bearer \u00e4",
            "Authorization: Bearer ..",
            "Authorization: Bearer a.b.c",
            "Authorization: Bearer " + "x".repeat(10_000),
            "Authorization: Basic %%%",
            "Authorization: Basic YTpi",
            "Authorization: Digest username=a",
            "Authorization: nonsense",
            "Cookie: ;;;=",
            "Connection: nonsense",
            "Connection: Upgrade\r\nUpgrade: nonsense",
            "Expect: nonsense",
            "Forwarded: for=;;=",
            "Forwarded: for=\"[::1\";host=a b;proto=javascript",
            "X-Forwarded-For: ,,,",
            "X-Forwarded-For: [::1",
            "X-Forwarded-For: " + "1.1.1.1,".repeat(500),
            "X-Forwarded-Host: a b/c",
            "X-Forwarded-Port: nonsense",
            "X-Forwarded-Port: 99999999999",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Prefix: %zz",
            "If-Match: \"",
            "If-None-Match: ,,W/",
            "If-Modified-Since: nonsense",
            "Range: bytes=9-1",
            "Origin: null",
            "Origin: ://",
            "traceparent: nonsense",
            "traceparent: 00-" + "f".repeat(32) + "-" + "f".repeat(16) + "-zz",
            "tracestate: ====",
            "baggage: ;;;",
            "X-HTTP-Method-Override: DELETE");

    private static final List<String> BODY_FIELDS = List.of(
            "Content-Type: ",
            "Content-Type: /",
            "Content-Type: nonsense",
            "Content-Type: application/json;charset=",
            "Content-Type: application/json;charset=nonsense",
            "Content-Type: application/json;charset=utf-16",
            "Content-Type: application/json;charset=\"",
            "Content-Type: application/json;=;",
            "Content-Type: application/json, text/plain",
            "Content-Type: application/\u00e4",
            "Content-Type: */*",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: application/" + "x".repeat(5_000),
            "Content-Type: application/json\r\nContent-Encoding: gzip",
            "Content-Type: application/json\r\nContent-Encoding: nonsense",
            "Content-Type: application/json\r\nContent-Type: text/plain",
            "Content-Type: application/json\r\nIdempotency-Key: ",
            "Content-Type: application/json\r\nIdempotency-Key: " + "k".repeat(300),
            "Content-Type: application/json\r\nIdempotency-Key: \u00e4\u00f6",
            "Content-Type: application/json\r\nIdempotency-Key: a\r\nIdempotency-Key: b");

    private static final List<String> NO_HTTP = List.of(
            "nonsense\r\n\r\n",
            "GET\r\n\r\n",
            "GET /nowhere\r\n\r\n",
            "GET /nowhere HTTP/9.9\r\nHost: x\r\n\r\n",
            "GET /nowhere HTTX/1.1\r\nHost: x\r\n\r\n",
            "G@T /nowhere HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost : x\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: x\r\n: 1\r\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: x\r\nA\0: 1\r\n\r\n",
            "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: nonsense\r\n\r\n",
            "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na");

    /** Bodies whose second part, or first, is no chunk. */
    private static final List<String> BROKEN_CHUNKS = List.of(
            "7\r\n{\"a\":1}\r\nzz\r\n\r\n0\r\n\r\n",
            "7\r\n{\"a\":1}nonsense\r\n0\r\n\r\n",
            "7\r\n{\"a\":1}\r\n-1\r\n0\r\n\r\n",
            "7\r\n{\"a\":1}\r\nfffffffffffffffff\r\n0\r\n\r\n",
            "nonsense\r\n\r\n");

    private final SoftAssertions claims = new SoftAssertions();
    private final List<String> tokens;
    private final JsonNode paths;

    private MalformedRequests(List<String> tokens, JsonNode paths) {
        this.tokens = List.copyOf(tokens);
        this.paths = paths;
    }

    /** Sends them all, to each operation as each kind of caller, and asserts how they are answered. */
    public static void areAnsweredWithProblems() throws IOException {
        MalformedRequests requests = new MalformedRequests(
                List.of(
                        Tokens.buyer("malformed-" + UUID.randomUUID()),
                        Tokens.operator(),
                        Tokens.service("gateway"),
                        Tokens.merchant(
                                new MerchantId(UUID.randomUUID()),
                                new StoreId(UUID.randomUUID()),
                                new WalletId(UUID.randomUUID()))),
                Json.read(RestAssured.given()
                                .noFilters()
                                .get("/q/openapi?format=json")
                                .asString())
                        .path("paths"));
        requests.sendAddresses();
        requests.sendHeads();
        requests.sendWhatIsNoHttp();
        requests.sendNoBody();
        requests.sendBrokenChunks();
        requests.callOperations();
        requests.claims.assertAll();
    }

    private void sendAddresses() throws IOException {
        for (String target : TARGETS) {
            refused("GET " + target, head("GET", target, List.of()));
            answered("OPTIONS " + target, head("OPTIONS", target, List.of()));
        }
        for (String method : METHODS) {
            answered(method, head(method, "/nowhere", List.of()));
        }
    }

    private void sendHeads() throws IOException {
        for (String field : FIELDS) {
            refused(field, head("GET", "/nowhere", List.of(field)));
        }
    }

    private void sendWhatIsNoHttp() throws IOException {
        for (String nonsense : NO_HTTP) {
            refused(nonsense, nonsense.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** A body that does not come is waited for no longer than {@link SirenTestResource} has set. */
    private void sendNoBody() throws IOException {
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (path.getValue().path("post").has("requestBody")
                    && !path.getKey().contains("{")) {
                for (String token : tokens) {
                    List<String> fields =
                            List.of("Authorization: Bearer " + token, "Content-Type: " + JSON, "Content-Length: 400");
                    refused(path.getKey() + " without its body", head("POST", path.getKey(), fields));
                }
                return;
            }
        }
    }

    /** The place where a body stops being one is the last that can be read of a connection. */
    private void sendBrokenChunks() throws IOException {
        for (String target : postsWithBody()) {
            for (String token : tokens) {
                for (String chunks : BROKEN_CHUNKS) {
                    byte[] request = (String.join(
                                            "\r\n",
                                            "POST " + target + " HTTP/1.1",
                                            "Host: localhost",
                                            "Authorization: Bearer " + token,
                                            "Content-Type: " + JSON,
                                            "Transfer-Encoding: chunked")
                                    + "\r\n\r\n" + chunks)
                            .getBytes(StandardCharsets.ISO_8859_1);
                    refused(target + " with chunks " + chunks, request);
                }
            }
        }
    }

    private List<String> postsWithBody() {
        return paths.properties().stream()
                .filter(path -> path.getValue().path("post").has("requestBody"))
                .map(path ->
                        path.getKey().replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                .toList();
    }

    private void callOperations() throws IOException {
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                String target =
                        path.getKey().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
                for (String token : tokens) {
                    String authorization = "Authorization: Bearer " + token;
                    call(method, target, operation.getValue(), authorization);
                    if (operation.getValue().has("requestBody")) {
                        sendBodies(method, target, authorization);
                    }
                }
            }
        }
    }

    private void call(String method, String target, JsonNode operation, String authorization) throws IOException {
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            for (String value : List.of("", "%00", "%ff", "%zz", "1e400", "a&" + name + "=b", "x".repeat(7_000))) {
                if (parameter.path("in").asText().equals("query")) {
                    answered(
                            method + " " + name + "=" + value,
                            head(method, target + "?" + name + "=" + value, List.of(authorization)));
                }
            }
        }
    }

    private void sendBodies(String method, String target, String authorization) throws IOException {
        for (String field : BODY_FIELDS) {
            refused(
                    method + " " + target + " " + field,
                    withBody(
                            method,
                            target,
                            List.of(authorization, field),
                            "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        }
        for (Map.Entry<String, byte[]> body : bodies().entrySet()) {
            refused(
                    method + " " + target + " " + body.getKey(),
                    withBody(method, target, List.of(authorization, "Content-Type: " + JSON), body.getValue()));
        }
    }

    /** No operation has a member of these names. */
    private static Map<String, byte[]> bodies() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        Stream.of(
                        "",
                        " ",
                        "\0",
                        "null",
                        "1",
                        "\"\"",
                        "[]",
                        "{",
                        "{}{}",
                        "{}x",
                        "{'a':1}",
                        "{a:1}",
                        "{\"a\":1,}",
                        "{\"a\":01}",
                        "{\"a\":+1}",
                        "{\"a\":.5}",
                        "{\"a\":NaN}",
                        "{\"a\":Infinity}",
                        "{\"a\":1E400}",
                        "{\"a\":1e999999}",
                        "{\"a\":1e999999999999}",
                        "{\"a\":-1E-999999}",
                        "{\"a\":" + "9".repeat(10_000) + "}",
                        "{\"a\":1,\"a\":2}",
                        "{\"\":1}",
                        "{\"__proto__\":{}}",
                        "{\"@class\":\"java.lang.Object\"}",
                        "{\"a\":\"\\ud800\"}",
                        "{\"a\":\"\\udc00\\ud800\"}",
                        "{\"\\ud800\":1}",
                        "{\"a\":\"\\u0000\"}",
                        "{\"a\":\"\\x\"}",
                        "{\"a\":\"\n\"}",
                        "{\"a\":/*c*/1}",
                        "{\"" + "a".repeat(5_000) + "\":1}",
                        "{\"a\":\"" + "x".repeat(60_000) + "\"}",
                        "{\"a\":\"" + "x".repeat(70_000) + "\"}",
                        "[".repeat(30_000),
                        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))
                .forEach(body -> bodies.put(shortened(body), body.getBytes(StandardCharsets.UTF_8)));
        bodies.put("a byte order mark", "\ufeff{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        for (Charset charset : List.of(
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16,
                Charset.forName("UTF-32"))) {
            bodies.put(charset.name(), "{\"a\":1}".getBytes(charset));
        }
        bodies.put("half a character", new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
        bodies.put("an overlong character", new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.put(
                "a surrogate in UTF-8",
                new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'});
        return bodies;
    }

    private void refused(String request, byte[] bytes) throws IOException {
        RawHttp.Answer answer = answered(request, bytes);
        claims.assertThat(answer.status()).as(shortened(request)).isGreaterThanOrEqualTo(FIRST_REFUSAL);
    }

    private RawHttp.Answer answered(String request, byte[] bytes) throws IOException {
        RawHttp.Answer answer = RawHttp.exchange(bytes);
        String name = shortened(request);
        claims.assertThat(answer.status()).as(name).isBetween(200, FIRST_FAILURE - 1);
        if (answer.status() >= FIRST_REFUSAL && !request.startsWith("HEAD")) {
            claims.assertThat(answer.head()).as(name).contains("\r\ncontent-type: application/problem+json");
            claims.assertThat(answer.body())
                    .as(name)
                    .contains("\"code\":\"", "\"status\":" + answer.status(), "\"traceId\":\"")
                    .doesNotContain("Exception", "io.sirenorder", "jackson");
        }
        return answer;
    }

    private static byte[] head(String method, String target, List<String> fields) {
        return bytes(method, target, fields, new byte[0]);
    }

    private static byte[] withBody(String method, String target, List<String> fields, byte[] body) {
        List<String> all = new ArrayList<>(fields);
        all.add("Content-Length: " + body.length);
        return bytes(method, target, all, body);
    }

    private static byte[] bytes(String method, String target, List<String> fields, byte[] body) {
        byte[] head = (method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", fields)
                        + (fields.isEmpty() ? "\r\n" : "\r\n\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "… (" + text.length() + ")";
    }
}
