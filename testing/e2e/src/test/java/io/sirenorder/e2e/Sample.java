package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.client.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A value that fits a schema of an OpenAPI document, with all of its members. */
final class Sample {
    private static final int DEEPEST = 8;
    private static final Map<String, String> FORMATS =
            Map.of("uuid", new UUID(0, 7).toString(), "date", "2026-12-24", "date-time", "2026-12-24T01:00:00Z");

    /** By the patterns of the documents; text of one character fits the others. */
    private static final Map<String, String> PATTERNS = Map.of(
            "[0-9]{4}", "1234",
            "https://[^\\s\"<>]+", "https://example.com/a.png",
            "\\+?[0-9() -]{7,30}", "02-555-0100",
            "[a-z0-9][a-z0-9-]{2,29}", "sample",
            "[A-Za-z0-9][A-Za-z0-9-]{2,29}", "sample",
            "([01]\\d|2[0-3]):[0-5]\\d", "09:00",
            "([01]\\d|2[0-3]):[0-5]\\d|24:00", "22:00");

    private Sample() {}

    static JsonNode of(JsonNode document, JsonNode schema) {
        return Json.of(value(document, schema, 0));
    }

    private static Object value(JsonNode document, JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return value(document, document.at(schema.path("$ref").asText().substring(1)), depth);
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return value(document, firstNonNull(schema.path(choice)), depth + 1);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        return switch (type(schema)) {
            case "object" -> object(document, schema, depth);
            case "array" -> depth > DEEPEST ? List.of() : List.of(value(document, schema.path("items"), depth + 1));
            case "integer" -> Math.max(1, schema.path("minimum").asLong(1));
            case "number" -> Math.max(1.5, schema.path("minimum").asDouble(1.5));
            case "boolean" -> true;
            default -> text(schema);
        };
    }

    private static JsonNode firstNonNull(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .filter(choice -> !choice.path("type").asText().equals("null"))
                .findFirst()
                .orElseThrow();
    }

    /** The first that is not null, where there are several. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(name -> !name.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private static Map<String, Object> object(JsonNode document, JsonNode schema, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (depth <= DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(member -> object.put(member.getKey(), value(document, member.getValue(), depth + 1)));
        }
        return object;
    }

    private static String text(JsonNode schema) {
        String pattern = schema.path("pattern").asText();
        if (PATTERNS.containsKey(pattern)) {
            return PATTERNS.get(pattern);
        }
        String format = schema.path("format").asText();
        return FORMATS.getOrDefault(
                format, "x".repeat(Math.max(1, schema.path("minLength").asInt(1))));
    }
}
