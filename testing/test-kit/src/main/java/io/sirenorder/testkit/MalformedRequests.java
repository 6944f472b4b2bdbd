package io.sirenorder.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;

/**
 * Requests that no client library sends: malformed addresses, heads, fields and bodies, to the service under test itself and
 * to each operation of its OpenAPI document. Each is answered, below 500, and each refusal is a problem with a body.
 */
public final class MalformedRequests {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final String JSON = "application/json";

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
        for (String target : MalformedHeads.TARGETS) {
            refused("GET " + target, head("GET", target, List.of()));
            answered("OPTIONS " + target, head("OPTIONS", target, List.of()));
        }
        for (String method : MalformedHeads.METHODS) {
            answered(method, head(method, "/nowhere", List.of()));
        }
    }

    private void sendHeads() throws IOException {
        for (String field : MalformedHeads.FIELDS) {
            refused(field, head("GET", "/nowhere", List.of(field)));
        }
    }

    private void sendWhatIsNoHttp() throws IOException {
        for (String nonsense : MalformedHeads.NO_HTTP) {
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
                for (String chunks : MalformedBodies.BROKEN_CHUNKS) {
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
        for (String field : MalformedBodies.FIELDS) {
            refused(
                    method + " " + target + " " + field,
                    withBody(
                            method,
                            target,
                            List.of(authorization, field),
                            "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        }
        for (Map.Entry<String, byte[]> body : MalformedBodies.byName().entrySet()) {
            refused(
                    method + " " + target + " " + body.getKey(),
                    withBody(method, target, List.of(authorization, "Content-Type: " + JSON), body.getValue()));
        }
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

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "… (" + text.length() + ")";
    }
}
