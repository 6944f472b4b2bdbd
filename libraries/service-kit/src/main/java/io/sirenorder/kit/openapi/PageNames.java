package io.sirenorder.kit.openapi;

import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Names of the pages of lists: each is called after its items. */
final class PageNames {
    private static final String GENERATED = "Page";

    private PageNames() {}

    static void give(OpenAPI document) {
        Components components = document.getComponents();
        Set<String> pages = components.getSchemas().keySet().stream()
                .filter(name -> name.startsWith(GENERATED) && !name.equals(GENERATED))
                .collect(Collectors.toSet());
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(Schemas::media)
                .filter(media -> pages.contains(SchemaForms.referredTo(media.getSchema())))
                .forEach(media -> rename(media, components));
        pages.forEach(components::removeSchema);
    }

    private static void rename(MediaType media, Components components) {
        Schema page = components.getSchemas().get(SchemaForms.referredTo(media.getSchema()));
        String name = SchemaForms.referredTo(page.getProperties().get("items").getItems()) + "Page";
        components.addSchema(name, page.description("A part of a list; nextCursor is null on the last one"));
        media.getSchema().setRef(SchemaForms.referenceTo(name));
    }
}
