package io.sirenorder.kit.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Bodies of merge patches (RFC 7396): any member may be absent, and null clears it. */
final class MergePatches {
    private static final String SUFFIX = "Patch";

    private MergePatches() {}

    static void describe(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getPATCH)
                .filter(patch -> patch != null && patch.getRequestBody() != null)
                .flatMap(patch -> Schemas.media(patch.getRequestBody().getContent()))
                .forEach(media -> describe(media, document.getComponents()));
    }

    private static void describe(MediaType media, Components components) {
        String whole = SchemaForms.referredTo(media.getSchema());
        if (whole.endsWith(SUFFIX)) {
            return;
        }
        Schema patch = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        components
                .getSchemas()
                .get(whole)
                .getProperties()
                .forEach((name, its) -> patch.addProperty(name, SchemaForms.nullable(SchemaForms.copy(its))));
        components.addSchema(whole + SUFFIX, patch);
        media.getSchema().setRef(SchemaForms.referenceTo(whole + SUFFIX));
    }
}
