package io.sirenorder.kit.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** A method of a resource, and what its annotations mean to a client. */
record Endpoint(MethodInfo method) {
    private static final DotName ROLES = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName OPEN = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName IDEMPOTENT = DotName.createSimple("io.sirenorder.feed.idempotency.Idempotent");
    private static final DotName REQUEST = DotName.createSimple("jakarta.ws.rs.core.Request");
    private static final DotName STATUS = DotName.createSimple("org.jboss.resteasy.reactive.ResponseStatus");
    static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final Map<String, String> REASONS =
            Map.of("200", "OK", "201", "Created", "202", "Accepted", "204", "No Content");
    private static final List<String> SUCCESSES = List.of("200", "201", "202", "204");

    void describe(Operation operation) {
        if (operation.getOperationId() == null || operation.getOperationId().contains("_")) {
            operation.setOperationId(id());
        }
        tag(operation);
        secure(operation);
        answerWithItsStatus(operation);
        new ListParameters().describe(operation);
        if (isIdempotent()) {
            describeKey(operation);
        }
        if (isConditional()) {
            describeTag(operation);
        }
    }

    boolean isSecured() {
        return roles().length > 0;
    }

    boolean isIdempotent() {
        return method.hasAnnotation(IDEMPOTENT);
    }

    /** Whether it answers with an entity tag: it looks into the request for one, and builds the response itself. */
    boolean isConditional() {
        return method.parameterTypes().stream().anyMatch(type -> type.name().equals(REQUEST))
                && method.returnType().toString().contains("Response");
    }

    private void secure(Operation operation) {
        if (isSecured()) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(HouseDocument.BEARER)));
            operation.addExtension("x-roles", List.of(roles()));
            String callers = "Callers: " + String.join(", ", roles()) + ".";
            String own = operation.getDescription();
            operation.setDescription(own == null ? callers : own + " " + callers);
        } else if (operation.getSecurity() == null) {
            operation.setSecurity(List.of());
        }
    }

    /** Moves the answer to the status that the method really has: its annotation's, or 204 where it answers nothing. */
    private void answerWithItsStatus(Operation operation) {
        AnnotationInstance own = method.annotation(STATUS);
        boolean isEmpty = method.returnType().toString().endsWith("<java.lang.Void>");
        String status = own != null ? Integer.toString(own.value().asInt()) : isEmpty ? "204" : null;
        List<String> described = SUCCESSES.stream()
                .filter(operation.getResponses()::hasAPIResponse)
                .toList();
        if (status != null && described.size() == 1 && !described.contains(status)) {
            APIResponse answer = operation.getResponses().getAPIResponse(described.get(0));
            operation.getResponses().removeAPIResponse(described.get(0));
            operation.getResponses().addAPIResponse(status, answer.description(REASONS.get(status)));
        }
    }

    private String[] roles() {
        if (method.hasAnnotation(OPEN)) {
            return new String[0];
        }
        AnnotationInstance own = method.annotation(ROLES);
        AnnotationInstance all = own == null ? method.declaringClass().declaredAnnotation(ROLES) : own;
        return all == null ? new String[0] : all.value().asStringArray();
    }

    /** {@code OrderResource.accept} is {@code orderAccept}. */
    private String id() {
        String verb = method.name();
        return decapitalized(noun()) + verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
    }

    private String noun() {
        return method.declaringClass().simpleName().replaceFirst("Resource$", "");
    }

    private static String decapitalized(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** Without a tag of its own it has one that was made of the class's name. */
    private void tag(Operation operation) {
        List<String> tags = operation.getTags() == null ? List.of() : operation.getTags();
        if (tags.isEmpty() || tags.stream().anyMatch(tag -> tag.endsWith(" Resource"))) {
            operation.setTags(
                    List.of(decapitalized(noun()).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)));
        }
    }

    private static void describeKey(Operation operation) {
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .filter(parameter -> !KEY.equalsIgnoreCase(parameter.getName()))
                    .toList());
        }
        parameter(
                operation,
                KEY,
                "A repeated request with the same key has one effect, and gets the first one's answer",
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(LONGEST_KEY));
        successes(operation)
                .forEach(answer -> answer.addHeader(
                        "Idempotency-Replayed",
                        header("true on the kept answer to a repeated request", Schema.SchemaType.BOOLEAN)));
    }

    private static void describeTag(Operation operation) {
        parameter(
                operation,
                "If-None-Match",
                "The entity tag of the answer that the client has",
                OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        successes(operation)
                .forEach(answer -> answer.addHeader("ETag", header("The entity tag", Schema.SchemaType.STRING)));
        operation
                .getResponses()
                .addAPIResponse(
                        "304", OASFactory.createAPIResponse().description("The client has this answer already"));
    }

    private static void parameter(Operation operation, String name, String description, Schema schema) {
        boolean known = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equalsIgnoreCase(parameter.getName()));
        if (!known) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.HEADER)
                    .description(description)
                    .schema(schema));
        }
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }

    private static Stream<APIResponse> successes(Operation operation) {
        return SUCCESSES.stream()
                .map(operation.getResponses()::getAPIResponse)
                .filter(answer -> answer != null && answer.getRef() == null);
    }
}
