package io.sirenorder.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import io.sirenorder.client.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Calls of every operation of the public document with values of all kinds in every place, as each kind of caller. Not one
 * is answered by a failure of ours, and each refusal is a problem that the document knows ({@link PublicAnswers}). The
 * values are drawn by a seed, which the report shows and {@code -Dsiren.seed=N} sets.
 */
@PlaysTogether
class FuzzTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "openapi", "siren-order.yaml");
    private static final int FIRST_FAILURE = 500;
    private static final int FIRST_REFUSAL = 400;
    private static final int CALLS_PER_OPERATION = 40;
    private static final String HOLE = "the-hole-for-a-value";
    /** Ends the caller's own session. */
    private static final String LOGOUT = "/sessions/current";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[[]]]",
            "-1",
            "0",
            "1.5",
            "1e3",
            "1e400",
            "-1e400",
            "NaN",
            "01",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "9".repeat(400),
            "\"\"",
            "\"   \"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"a\\u202eb\"",
            "\"\\u200b\"",
            "\"\\uffff\"",
            "\"\\u001b[2J\"",
            "\"' OR 1=1 --\"",
            "\"${jndi:ldap://localhost/x}\"",
            "\"../../etc/passwd\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"+999999999-12-31\"",
            "\"2026-02-30\"",
            "\"00000000-0000-0000-0000-000000000005\"",
            "\"" + "가".repeat(5_000) + "\"",
            "\"" + "x".repeat(100_000) + "\"");
    private static final List<String> TEXTS = List.of(
            "",
            "-1",
            "0",
            "101",
            "1e400",
            "99999999999999999999",
            "%00",
            "%ff",
            "%c0%80",
            "%ed%a0%80",
            "%E2%80%AE",
            "%2e%2e%2f",
            "a%2fb",
            "%0d%0aX:1",
            "%27%20OR%201=1--",
            "2026-13-45",
            "-999999999-01-01T00:00:00Z",
            "%2B999999999-12-31T00:00:00Z",
            "AAAA",
            "eyJhIjoxfQ",
            "00000000-0000-0000-0000-000000000005",
            "x".repeat(2_000));
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "*/*",
            "garbage");
    private static final List<String> WISHES =
            List.of("*/*", "application/json", "text/csv", "text/html", "garbage", "", " ", "application/json;q=2");
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "\"x\"",
            "1",
            "{",
            "{}{}",
            "{\"a\":1,\"a\":2}",
            "\ufeff{}",
            "[".repeat(500),
            "{\"a\":".repeat(100) + "1" + "}".repeat(100),
            "{\"\\u0000\":1}",
            "{'a':1}",
            "\"" + "x".repeat(100_000) + "\"");

    private final Stack stack = Stack.running();
    private final long seed = Long.getLong("siren.seed", 7);
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<Api> callers = List.of(
            stack.api(), stack.operator(), stack.merchant().api(), stack.buyer().api());

    @Test
    void no_value_in_any_place_of_any_operation_is_a_failure_of_ours() throws IOException {
        JsonNode document = new YAMLMapper().readTree(DOCUMENT.toFile());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .filter(operation -> !path.getKey().equals(LOGOUT))
                        .forEach(operation -> play(document, operation.getKey(), path.getKey(), operation.getValue())));
    }

    private void play(JsonNode document, String verb, String template, JsonNode operation) {
        String method = verb.toUpperCase(Locale.ROOT);
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        for (int i = 0; i < CALLS_PER_OPERATION; i++) {
            String path = path(template) + query(operation.path("parameters"));
            String body = schema.isMissingNode() ? unasked(method) : body(Sample.of(document, schema));
            Api api = any(callers).with("Accept", any(WISHES));
            if (random.nextInt(4) == 0) {
                api = api.with("Idempotency-Key", "x".repeat(1 + random.nextInt(300)));
            }
            if (body != null && random.nextInt(8) == 0) {
                api = api.with("Content-Type", any(TYPES));
            }
            holds(api.call(method, path, body), body);
        }
    }

    /** A body, or none, for an operation that reads none. */
    private String unasked(String method) {
        return method.equals("GET") || random.nextInt(4) > 0 ? null : any(BODIES);
    }

    private void holds(Answer answer, String body) {
        String context = "seed %d: %s with %s -> %d %s"
                .formatted(seed, shortened(answer.call()), shortened(body), answer.status(), answer.body());
        assertThat(answer.status()).as(context).isLessThan(FIRST_FAILURE);
        if (answer.status() >= FIRST_REFUSAL) {
            assertThat(answer.problem()).as(context).isNotEmpty();
        }
    }

    private String path(String template) {
        return random.nextBoolean()
                ? template.replaceAll("\\{[^}]*}", UUID.randomUUID().toString())
                : template.replaceAll("\\{[^}]*}", notEmpty(any(TEXTS)));
    }

    private static String notEmpty(String text) {
        return text.isEmpty() ? "x" : text;
    }

    private String query(JsonNode parameters) {
        List<String> query = new ArrayList<>();
        parameters.forEach(parameter -> {
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                query.add(parameter.path("name").asText() + "=" + any(TEXTS));
            }
        });
        if (random.nextInt(10) == 0) {
            query.add("surprise=1");
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String body(JsonNode good) {
        if (random.nextInt(6) == 0 || !good.isObject() || good.isEmpty()) {
            return any(BODIES);
        }
        JsonNode copy = good.deepCopy();
        pierce(copy);
        return copy.toString().replace("\"" + HOLE + "\"", any(VALUES));
    }

    /** Puts the hole in one place, at any depth. */
    private void pierce(JsonNode node) {
        if (node instanceof ArrayNode list) {
            int place = random.nextInt(list.size());
            if (isLeaf(list.get(place))) {
                list.set(place, Json.of(HOLE));
            } else {
                pierce(list.get(place));
            }
            return;
        }
        ObjectNode object = (ObjectNode) node;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = any(names);
        if (isLeaf(object.get(name)) || random.nextInt(4) == 0) {
            object.put(name, HOLE);
        } else {
            pierce(object.get(name));
        }
    }

    private static boolean isLeaf(JsonNode node) {
        return !node.isContainerNode() || node.isEmpty();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String shortened(String text) {
        return text == null || text.length() < 400 ? text : text.substring(0, 400) + "…";
    }
}
