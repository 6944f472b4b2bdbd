package io.sirenorder.feed.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Change that a person made.
 *
 * @param by {@code merchant:ID} or {@code operator:DIGEST}
 * @param before the members that changed, as they were; a member that was not there before is absent
 */
public record Change(
        @Schema(required = true) long id,
        @Schema(required = true) String what,
        @Schema(required = true) String by,

        @Schema(required = true, type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode before,

        @Schema(required = true, type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode after,

        @Schema(required = true) Instant at) {}
