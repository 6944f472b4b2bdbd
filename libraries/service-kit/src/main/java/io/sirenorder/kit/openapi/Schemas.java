package io.sirenorder.kit.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /**
     * Says of each member whether it is required and whether it may be null. Answers hold all their members but those that
     * are omitted instead of being null; requests hold those that validation wants, and primitives.
     */
    void completeMembers(DocumentedRecords records) {
        all().forEach((name, schema) -> {
            if (schema.getProperties() != null && !OF_PROBLEMS.contains(name)) {
                complete(
                        name,
                        schema,
                        records.members(name, schema.getProperties().keySet()));
            }
        });
    }

    private void complete(String name, Schema schema, Map<String, Member> members) {
        Set<String> required = new LinkedHashSet<>();
        new LinkedHashMap<>(schema.getProperties()).forEach((property, its) -> {
            boolean validated =
                    schema.getRequired() != null && schema.getRequired().contains(property);
            Member member = members.getOrDefault(property, Member.UNKNOWN);
            if (member.characters() > 0 && its.getDescription() == null) {
                its.setDescription("At most " + member.characters() + " characters");
            }
            if (isRequired(name, member, validated)) {
                required.add(property);
            }
            if (member.isNullOnTheWire()) {
                schema.addProperty(property, SchemaForms.nullable(its));
            }
        });
        schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
    }

    private boolean isRequired(String name, Member member, boolean validated) {
        if (validated || member.primitive()) {
            return true;
        }
        if (!answered.contains(name)) {
            return false;
        }
        return asked.contains(name) ? !member.nullable() : member.isAlwaysThere();
    }

    /** Writes times, dates and UUIDs where they are used, not as named schemas. */
    static void inlinePlainTypes(OpenAPI document) {
        Map<String, Schema> named = document.getComponents().getSchemas();
        SchemaForms forms = new SchemaForms(named == null ? Map.of() : named);
        forms.named().values().forEach(forms::inlineParts);
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(operation -> inline(operation, forms));
    }

    private static void inline(Operation operation, SchemaForms forms) {
        parameters(operation).forEach(parameter -> parameter.setSchema(forms.inline(parameter.getSchema())));
        media(operation).forEach(media -> media.setSchema(forms.inline(media.getSchema())));
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
            media(operation.getRequestBody().getContent()).forEach(media -> collect(media.getSchema(), asked));
        }
        parameters(operation).forEach(parameter -> collect(parameter.getSchema(), asked));
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        answers.values().stream()
                .flatMap(answer -> media(answer.getContent()))
                .forEach(media -> collect(media.getSchema(), answered));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    static Stream<MediaType> media(Operation operation) {
        Stream<MediaType> request = operation.getRequestBody() == null
                ? Stream.of()
                : media(operation.getRequestBody().getContent());
        return Stream.concat(
                request,
                operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(answer -> media(answer.getContent())));
    }

    static Stream<MediaType> media(Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream().filter(media -> media.getSchema() != null);
    }

    private void collect(Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        String name = SchemaForms.referredTo(schema);
        if (name != null && names.add(name)) {
            collect(all().get(name), names);
        }
        SchemaForms.parts(schema).filter(Objects::nonNull).forEach(part -> collect(part, names));
    }
}
