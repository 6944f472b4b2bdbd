package io.sirenorder.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.json.Tolerant;

/** JSON as neighbours write it. */
final class Json {
    private Json() {}

    static JsonNode read(String text) {
        try {
            return Tolerant.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    static String write(Object value) {
        try {
            return Tolerant.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
