package io.sirenorder.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sirenorder.client.Answer;
import io.sirenorder.client.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An operation of the public document, which calls can be made of. */
record PublicOperation(JsonNode document, String method, String template, JsonNode described) {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "openapi", "siren-order.yaml");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** All of the document, in its order. */
    static List<PublicOperation> all() {
        List<PublicOperation> all = new ArrayList<>();
        JsonNode document = read();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .map(operation -> new PublicOperation(
                                document,
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue()))
                        .forEach(all::add));
        return all;
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(DOCUMENT.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return described.path("operationId").asText();
    }

    String name() {
        return method + " " + template;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether it takes calls without a token. */
    boolean isForAll() {
        return described.path("security").isEmpty();
    }

    /** Whether its path names a thing. */
    boolean namesSomething() {
        return template.contains("{");
    }

    boolean isList() {
        return parameters("query").contains("cursor");
    }

    /** The schema of its pages, which lists of the same kind share. */
    String page() {
        return described.at("/responses/200/content/application~1json/schema").toString();
    }

    List<String> parameters(String place) {
        return StreamSupport.stream(described.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** Calls it with all members of its body, and with the queries that it requires, days or ids, and those that are given. */
    Answer call(Api caller, Estate estate, UnaryOperator<String> ids, String... queries) {
        List<String> query = new ArrayList<>(List.of(queries));
        described.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                String name = parameter.path("name").asText();
                query.add(name + "=" + (estate.has(name) ? ids.apply(name) : estate.day()));
            }
        });
        String path = path(ids);
        return caller.call(method, query.isEmpty() ? path : path + "?" + String.join("&", query), body(estate));
    }

    String path(UnaryOperator<String> ids) {
        return PARAMETER.matcher(template).replaceAll((MatchResult found) -> ids.apply(found.group(1)));
    }

    boolean takesKey() {
        return parameters("header").contains("Idempotency-Key");
    }

    boolean takesBody() {
        return described.has("requestBody");
    }

    /** Whether one of its answers is documented with that header. */
    boolean answersWith(String header) {
        return described.path("responses").findParents(header).size() > 0;
    }

    private Object body(Estate estate) {
        JsonNode schema = described.at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return null;
        }
        String name = schema.path("$ref").asText().replaceFirst(".*/", "");
        return estate.body(name).orElseGet(() -> Sample.of(document, schema));
    }
}
