package io.sirenorder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An OpenAPI document, against which answers are held: what a client developer reads has to be what they get. */
public final class OpenApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    /** That of the service under test. */
    public static OpenApiDocument ofRunningService() {
        return new OpenApiDocument(
                Json.read(RestAssured.given().get("/q/openapi?format=json").asString()));
    }

    /** One of {@code docs/openapi}. */
    public static OpenApiDocument of(Path yaml) {
        try {
            return new OpenApiDocument(new YAMLMapper().readTree(yaml.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A filter for rest-assured that holds every answer against the document, where its path is in it. */
    public Filter asFilter() {
        return (request, answer, context) -> {
            Response response = context.next(request, answer);
            String path = URI.create(request.getURI()).getPath();
            if (knows(request.getMethod(), path)) {
                assertDocumented(
                        request.getMethod(), path, response.statusCode(), response.contentType(), response.asString());
            }
            return response;
        };
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
            assertThat(complaints(content.path("schema"), Json.read(body)))
                    .as("%s: %s", context, body)
                    .isEmpty();
        }
    }

    /** Offences against what generators and readers need: ids, tags, summaries, security, schemas, problems. */
    public List<String> flaws() {
        Set<String> flaws = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                            flaws(operation.getValue(), path.getKey()).forEach(flaw -> flaws.add(name + ": " + flaw));
                            if (!ids.add(
                                    operation.getValue().path("operationId").asText())) {
                                flaws.add(name + ": an operation id that another has too");
                            }
                        }));
        return List.copyOf(flaws);
    }

    private static Set<String> flaws(JsonNode operation, String path) {
        Set<String> flaws = new LinkedHashSet<>();
        require(operation.path("operationId").asText().matches("[a-z][A-Za-z0-9]*"), "no operation id", flaws);
        require(operation.path("tags").size() > 0, "no tag", flaws);
        require(!operation.path("summary").asText().isBlank(), "no summary", flaws);
        require(operation.has("security"), "does not say whether it needs a token", flaws);
        require(!path.startsWith("/internal"), "is for other services alone", flaws);
        JsonNode responses = operation.path("responses");
        responses.properties().stream()
                .filter(answer ->
                        answer.getKey().startsWith("2") && !answer.getKey().equals("204"))
                .filter(answer -> hasNoSchema(answer.getValue()))
                .forEach(answer -> flaws.add("no schema of its answer " + answer.getKey()));
        require(responses.has("500") && responses.has("503"), "no problems", flaws);
        require(operation.path("security").isEmpty() || responses.has("401"), "no 401", flaws);
        require(!operation.has("requestBody") || responses.has("415"), "no 415", flaws);
        return flaws;
    }

    private static boolean hasNoSchema(JsonNode answer) {
        JsonNode content = answer.path("content");
        return content.isMissingNode()
                || StreamSupport.stream(content.spliterator(), false)
                        .anyMatch(type -> type.path("schema").isEmpty());
    }

    private static void require(boolean claim, String flaw, Set<String> flaws) {
        if (!claim) {
            flaws.add(flaw);
        }
    }

    private Set<String> complaints(JsonNode schema, JsonNode body) {
        ObjectNode root = schema.deepCopy();
        root.set("components", document.path("components"));
        return SCHEMAS.getSchema(root).validate(body).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
