package io.sirenorder.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An OpenAPI document, against which answers are held: what a client developer reads has to be what they get. */
public final class OpenApiDocument {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    /** Compiled once each: the answers of a test run are held against few schemas, many times. */
    private final Map<JsonNode, JsonSchema> compiled = Collections.synchronizedMap(new IdentityHashMap<>());

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** The document that a service tells of itself, as JSON. */
    public static OpenApiDocument of(String json) {
        return new OpenApiDocument(read(json));
    }

    /** One of {@code docs/openapi}. */
    public static OpenApiDocument of(Path yaml) {
        try {
            return new OpenApiDocument(new YAMLMapper().readTree(yaml.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the document has an operation of that method whose path leads there. */
    public boolean knows(String method, String path) {
        return operation(method, path).isPresent();
    }

    /** Asserts that the document tells of such an answer: its status, its media type and the form of its body. */
    public void assertDocumented(String method, String path, int status, String contentType, String body) {
        String context = method + " " + path + " -> " + status;
        JsonNode operation = operation(method, path)
                .orElseThrow(() -> new AssertionError(context + ": no such operation in the document"));
        JsonNode answer = resolved(operation.path("responses").path(Integer.toString(status)));
        assertThat(answer.isMissingNode())
                .as("%s: the document has only %s", context, names(operation.path("responses")))
                .isFalse();
        if (!body.isEmpty()) {
            String type = String.valueOf(contentType).replaceFirst(";.*", "").strip();
            JsonNode content = answer.path("content").path(type);
            assertThat(content.isMissingNode())
                    .as("%s: the document has no body of %s", context, type)
                    .isFalse();
            JsonNode said = type.endsWith("json") ? read(body) : TextNode.valueOf(body);
            assertThat(complaints(content.path("schema"), said))
                    .as("%s: %s", context, body)
                    .isEmpty();
        }
    }

    /** Asserts that the document allows such a request. */
    public void assertAsked(String method, String path, String body) {
        JsonNode operation = operation(method, path)
                .orElseThrow(() -> new AssertionError(method + " " + path + ": no such operation in the document"));
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            assertThat(complaints(schema, read(body)))
                    .as("%s %s was taken with %s", method, path, body)
                    .isEmpty();
        }
    }

    /** Offences against what generators and readers need. */
    public List<String> flaws() {
        return new OpenApiLint(document).flaws();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    private Set<String> complaints(JsonNode schema, JsonNode body) {
        return compiled.computeIfAbsent(schema, this::compile).validate(body).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.path("components"));
        return SCHEMAS.getSchema(root);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Of several templates that match, the one with the fewest parameters. */
    private Optional<JsonNode> operation(String method, String path) {
        return document.path("paths").properties().stream()
                .filter(item -> path.matches(item.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingInt(item -> item.getKey().split("\\{", -1).length))
                .map(Map.Entry::getValue)
                .map(item -> item.path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode());
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
