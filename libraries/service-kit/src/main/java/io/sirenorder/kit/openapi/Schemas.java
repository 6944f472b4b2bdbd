package io.sirenorder.kit.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The named schemas of a document, by who uses them. */
final class Schemas {
    private static final String PREFIX = "#/components/schemas/";
    private static final Set<String> OF_PROBLEMS = Set.of("Problem");

    private final OpenAPI document;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    private Schemas(OpenAPI document) {
        this.document = document;
    }

    static Schemas of(OpenAPI document) {
        Schemas schemas = new Schemas(document);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(schemas::add);
        return schemas;
    }

    /** Answers hold all their members, if only as null; requests may leave out those that are not required. */
    void requireWhatIsAlwaysAnswered() {
        all().forEach((name, schema) -> {
            if (answered.contains(name) && !asked.contains(name) && schema.getProperties() != null) {
                Set<String> required =
                        new LinkedHashSet<>(schema.getProperties().keySet());
                schema.setRequired(new ArrayList<>(required));
            }
        });
    }

    /** Removes those to which no operation leads. */
    void removeUnused() {
        List.copyOf(all().keySet()).stream()
                .filter(name -> !asked.contains(name) && !answered.contains(name) && !OF_PROBLEMS.contains(name))
                .forEach(document.getComponents()::removeSchema);
    }

    private Map<String, Schema> all() {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        return schemas == null ? Map.of() : schemas;
    }

    private void add(Operation operation) {
        if (operation.getRequestBody() != null) {
            contents(operation.getRequestBody().getContent()).forEach(schema -> collect(schema, asked));
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.forEach(parameter -> collect(parameter.getSchema(), asked));
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        answers.values().forEach(answer -> contents(answer.getContent()).forEach(schema -> collect(schema, answered)));
    }

    private static Stream<Schema> contents(Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull);
    }

    private void collect(Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && schema.getRef().startsWith(PREFIX)) {
            String name = schema.getRef().substring(PREFIX.length());
            if (names.add(name)) {
                collect(all().get(name), names);
            }
        }
        parts(schema).forEach(part -> collect(part, names));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values(),
                        schema.getAllOf(),
                        schema.getAnyOf(),
                        schema.getOneOf(),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                                .filter(Objects::nonNull)
                                .toList())
                .filter(Objects::nonNull)
                .flatMap(parts -> parts.stream());
    }
}
