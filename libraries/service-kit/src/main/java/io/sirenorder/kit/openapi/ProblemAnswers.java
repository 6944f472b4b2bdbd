package io.sirenorder.kit.openapi;

import io.sirenorder.kit.problem.ProblemBody;
import io.sirenorder.kit.problem.ProblemResponses;
import jakarta.ws.rs.GET;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.DotName;

/** The problems that an operation can answer with, all of one schema. */
final class ProblemAnswers {
    private static final String SCHEMA = "Problem";
    private static final Map<String, String> ANSWERS = answers();

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(
                "400",
                "The request, or one of its header fields, can't be read or breaks a rule; errors names each field");
        answers.put("401", "No valid access token; also where none is needed and another is sent");
        answers.put("403", "The token is of another role");
        answers.put("404", "Nothing of that name, or something of others");
        answers.put("406", "The answer exists in no media type that the client accepts");
        answers.put("408", "The body did not arrive in time");
        answers.put("409", "The state of things does not allow it; code tells why");
        answers.put("413", "The body is too large");
        answers.put("414", "The address is too long");
        answers.put("415", "The body is of another media type");
        answers.put("422", "The Idempotency-Key was used for another request");
        answers.put("429", "Too many requests; Retry-After tells when to come back");
        answers.put("431", "The header fields are too large");
        answers.put("500", "A failure of the server; traceId identifies it");
        answers.put("503", "Something that is needed does not answer; Retry-After tells when to come back");
        return answers;
    }

    private final Set<String> used = new TreeSet<>();

    /** Defines the schema, and once those answers that operations refer to. */
    void define(Components components) {
        components.addSchema(SCHEMA, schema());
        used.forEach(status -> components.addResponse(name(status), answer(status, ANSWERS.get(status))));
    }

    /** Refers to those that apply; an answer of that status that the resource describes itself stays. */
    void add(Operation operation, Endpoint endpoint) {
        ANSWERS.keySet().stream()
                .filter(status -> applies(status, operation, endpoint))
                .forEach(status -> {
                    APIResponse own = operation.getResponses().getAPIResponse(status);
                    if (own == null || own.getDescription() == null) {
                        used.add(status);
                        operation
                                .getResponses()
                                .addAPIResponse(
                                        status,
                                        OASFactory.createAPIResponse().ref("#/components/responses/" + name(status)));
                    } else if (own.getContent() == null) {
                        own.setContent(content());
                    }
                });
        sort(operation);
    }

    private static void sort(Operation operation) {
        APIResponses sorted = OASFactory.createAPIResponses();
        new TreeMap<>(operation.getResponses().getAPIResponses()).forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
    }

    private static boolean applies(String status, Operation operation, Endpoint endpoint) {
        if (operation.getResponses().hasAPIResponse(status)) {
            return true;
        }
        boolean isGet = endpoint.method().hasAnnotation(DotName.createSimple(GET.class));
        return switch (status) {
            case "403" -> endpoint.isSecured();
            case "404" -> has(operation, Parameter.In.PATH);
            case "408", "409", "415" -> !isGet; // also where no body is read, and one is sent
            case "422" -> isKeyed(operation);
            default -> true;
        };
    }

    private static boolean isKeyed(Operation operation) {
        return parameters(operation).stream().anyMatch(parameter -> Endpoint.KEY.equalsIgnoreCase(parameter.getName()));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static boolean has(Operation operation, Parameter.In place) {
        return parameters(operation).stream().anyMatch(parameter -> parameter.getIn() == place);
    }

    private static String name(String status) {
        return SCHEMA + status;
    }

    private static APIResponse answer(String status, String description) {
        APIResponse answer =
                OASFactory.createAPIResponse().description(description).content(content());
        if (status.equals("401")) {
            answer.addHeader(
                    ProblemResponses.WWW_AUTHENTICATE,
                    OASFactory.createHeader()
                            .description("The scheme of our tokens, Bearer")
                            .schema(type(Schema.SchemaType.STRING)));
        }
        if (status.equals("429") || status.equals("503")) {
            answer.addHeader(
                    "Retry-After",
                    OASFactory.createHeader().description("Seconds to wait").schema(type(Schema.SchemaType.INTEGER)));
        }
        return answer;
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemBody.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
    }

    private static Schema schema() {
        Schema error = type(Schema.SchemaType.OBJECT)
                .addProperty("field", type(Schema.SchemaType.STRING))
                .addProperty("message", type(Schema.SchemaType.STRING))
                .required(List.of("field", "message"));
        return type(Schema.SchemaType.OBJECT)
                .description("RFC 9457; further members may come")
                .addProperty("type", type(Schema.SchemaType.STRING).format("uri"))
                .addProperty("code", type(Schema.SchemaType.STRING).description("The last part of type"))
                .addProperty("title", type(Schema.SchemaType.STRING))
                .addProperty("detail", type(Schema.SchemaType.STRING))
                .addProperty("status", type(Schema.SchemaType.INTEGER))
                .addProperty("instance", type(Schema.SchemaType.STRING))
                .addProperty("traceId", type(Schema.SchemaType.STRING))
                .addProperty("errors", type(Schema.SchemaType.ARRAY).items(error))
                .required(List.of("type", "code", "title", "status"));
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
