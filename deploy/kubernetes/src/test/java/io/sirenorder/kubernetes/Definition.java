package io.sirenorder.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Schema of a CustomResourceDefinition, read strictly: a field that it does not name is a fault. */
final class Definition {
    private static final String FREE = "x-kubernetes-preserve-unknown-fields";
    private final List<String> faults = new ArrayList<>();

    private Definition() {}

    /** The faults of a value; empty if it is as the schema wants it. */
    static List<String> faults(JsonNode value, JsonNode schema, String path) {
        Definition definition = new Definition();
        definition.look(value, schema, path);
        return definition.faults;
    }

    private void look(JsonNode value, JsonNode schema, String path) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            check(value.isInt() || value.isTextual(), path + " is neither number nor text");
        } else if (value.isObject()) {
            lookIntoObject(value, schema, path);
        } else if (value.isArray()) {
            check(schema.path("type").asText().equals("array"), path + " is a list");
            value.forEach(item -> look(item, schema.path("items"), path + "[]"));
        } else {
            lookAtScalar(value, schema, path);
        }
    }

    private void lookIntoObject(JsonNode value, JsonNode schema, String path) {
        check(schema.path("type").asText().equals("object"), path + " is an object");
        schema.path("required")
                .forEach(name -> check(value.has(name.asText()), path + "." + name.asText() + " is missing"));
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode any = schema.path("additionalProperties");
            String inside = path + "." + field.getKey();
            if (!known.isMissingNode()) {
                look(field.getValue(), known, inside);
            } else if (any.isObject()) {
                look(field.getValue(), any, inside);
            } else {
                check(schema.path(FREE).asBoolean() || any.asBoolean(), inside + " is unknown");
            }
        });
    }

    private void lookAtScalar(JsonNode value, JsonNode schema, String path) {
        String type = schema.path("type").asText();
        boolean fits = switch (type) {
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> schema.path(FREE).asBoolean();
        };
        check(fits, path + " is not of type " + type);
        JsonNode allowed = schema.path("enum");
        if (!allowed.isMissingNode()) {
            boolean known = false;
            for (JsonNode one : allowed) {
                known |= one.equals(value);
            }
            check(known, path + " is none of " + allowed);
        }
        if (schema.has("pattern") && value.isTextual()) {
            check(
                    value.asText().matches("(?s).*(?:" + schema.path("pattern").asText() + ").*"),
                    path + " is malformed");
        }
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
