package io.sirenorder.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules of an OpenAPI document that generators of clients and readers can use. */
final class OpenApiLint {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    private final JsonNode document;
    private final Set<String> flaws = new LinkedHashSet<>();
    private final Set<String> ids = new TreeSet<>();

    OpenApiLint(JsonNode document) {
        this.document = document;
    }

    List<String> flaws() {
        require(
                document.at("/info/title").isTextual()
                        && document.at("/info/description").isTextual(),
                "info");
        require(document.path("servers").size() > 0, "no servers");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> check(path.getKey(), operation.getKey(), operation.getValue())));
        checkReferences();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> checkSchema(schema.getKey(), schema.getValue()));
        return List.copyOf(flaws);
    }

    private void check(String path, String method, JsonNode operation) {
        String name = method.toUpperCase(Locale.ROOT) + " " + path;
        String id = operation.path("operationId").asText();
        require(id.matches("[a-z][A-Za-z]*"), name + ": no operation id");
        require(ids.add(id), name + ": an operation id that another has too");
        require(operation.path("tags").size() == 1, name + ": not one tag");
        require(!operation.path("summary").asText().isBlank(), name + ": no summary");
        require(!path.startsWith("/internal"), name + ": is for other services alone");
        checkSecurity(name, operation);
        checkParameters(name, path, operation);
        checkAnswers(name, operation);
    }

    private void checkSecurity(String name, JsonNode operation) {
        require(operation.has("security"), name + ": does not say whether it needs a token");
        operation
                .path("security")
                .forEach(one -> one.fieldNames()
                        .forEachRemaining(scheme -> require(
                                document.at("/components/securitySchemes").has(scheme),
                                name + ": unknown security scheme " + scheme)));
        require(
                operation.path("security").isEmpty()
                        || operation.path("responses").has("401"),
                name + ": no 401");
    }

    private void checkParameters(String name, String path, JsonNode operation) {
        Set<String> declared = new TreeSet<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("path")) {
                declared.add(parameter.path("name").asText());
            }
            require(parameter.path("schema").size() > 0, name + ": no schema of parameter " + parameter.path("name"));
        });
        Set<String> named = new TreeSet<>();
        for (Matcher found = PARAMETER.matcher(path); found.find(); ) {
            named.add(found.group(1));
        }
        require(declared.equals(named), name + ": its path has other parameters than " + declared);
    }

    private void checkAnswers(String name, JsonNode operation) {
        JsonNode responses = operation.path("responses");
        responses.properties().forEach(answer -> {
            require(
                    answer.getValue().has("$ref")
                            || !answer.getValue().path("description").asText().isBlank(),
                    name + ": no description of its answer " + answer.getKey());
            if (answer.getKey().matches("20[01]") && !name.contains("/webhooks/")) {
                require(hasSchemas(answer.getValue()), name + ": no schema of its answer " + answer.getKey());
            }
        });
        require(
                responses.properties().stream()
                        .anyMatch(answer -> answer.getKey().startsWith("2")),
                name + ": no answer when all is well");
        require(responses.has("400"), name + ": no 400, by which a field such as If-Match is refused");
        require(responses.has("500") && responses.has("503"), name + ": no problems");
        require(!operation.has("requestBody") || responses.has("415"), name + ": no 415");
    }

    private static boolean hasSchemas(JsonNode answer) {
        JsonNode content = answer.path("content");
        return content.size() > 0
                && content.properties().stream()
                        .noneMatch(type -> type.getValue().path("schema").isEmpty());
    }

    /** References lead to something, and everything that can be referred to is. */
    private void checkReferences() {
        Set<String> used = new TreeSet<>();
        collectReferences(document, used);
        used.forEach(reference ->
                require(!document.at(reference.substring(1)).isMissingNode(), "dangling reference " + reference));
        for (String kind : List.of("schemas", "responses")) {
            document.at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(name -> require(
                            used.contains("#/components/" + kind + "/" + name),
                            "unused component " + kind + "/" + name));
        }
    }

    private static void collectReferences(JsonNode node, Set<String> found) {
        if (node.path("$ref").isTextual()) {
            found.add(node.path("$ref").asText());
        }
        node.forEach(part -> collectReferences(part, found));
    }

    private void checkSchema(String name, JsonNode schema) {
        require(!name.matches(".*\\d"), name + ": its name clashed with another's");
        require(!schema.path("type").asText().equals("array") || schema.has("items"), name + ": no items");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            require(property.getValue().size() > 0, name + "." + property.getKey() + ": no type");
        }
    }

    private void require(boolean claim, String flaw) {
        if (!claim) {
            flaws.add(flaw);
        }
    }
}
