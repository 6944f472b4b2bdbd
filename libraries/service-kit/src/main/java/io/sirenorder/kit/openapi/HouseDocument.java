package io.sirenorder.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

/**
 * Makes the document one that generators can use: every operation has an id, a tag, its security and its problems; what is
 * for other services ({@code /internal}) and the types that only they need are left out.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class HouseDocument implements OASFilter {
    static final String BEARER = "bearer";
    private static final String INTERNAL = "/internal";

    private final Endpoints endpoints;
    private final DocumentedRecords records;

    /** Called while the program is built, with the index of its classes. */
    public HouseDocument(IndexView index) {
        endpoints = Endpoints.of(index);
        records = DocumentedRecords.of(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        List.copyOf(document.getPaths().getPathItems().keySet()).stream()
                .filter(path -> path.startsWith(INTERNAL))
                .forEach(document.getPaths()::removePathItem);
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        ProblemAnswers problems = new ProblemAnswers();
        document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, problems));
        Schemas.inlinePlainTypes(document);
        MergePatches.describe(document);
        problems.define(document.getComponents());
        Schemas schemas = Schemas.of(document);
        schemas.completeMembers(records);
        schemas.removeUnused();
        PageNames.give(document);
        describe(document);
    }

    private void complete(String path, PathItem item, ProblemAnswers problems) {
        item.getOperations().forEach((method, operation) -> {
            Endpoint endpoint = endpoints.find(method.name(), path);
            if (endpoint != null) {
                endpoint.describe(operation);
                problems.add(operation, endpoint);
            }
        });
    }

    private static void describe(OpenAPI document) {
        document.setServers(List.of(OASFactory.createServer().url("/").description("This host")));
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the issuer of the role that the operation names"));
        document.setTags(tags(document));
    }

    /** Each tag that an operation has, with the description that a resource may have given it. */
    private static List<Tag> tags(OpenAPI document) {
        Map<String, Tag> tags = new TreeMap<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getTags)
                .filter(names -> names != null)
                .flatMap(List::stream)
                .forEach(name -> tags.put(name, OASFactory.createTag().name(name)));
        List<Tag> described = document.getTags() == null ? List.of() : document.getTags();
        described.forEach(tag -> tags.computeIfPresent(tag.getName(), (name, plain) -> tag));
        return new ArrayList<>(tags.values());
    }
}
