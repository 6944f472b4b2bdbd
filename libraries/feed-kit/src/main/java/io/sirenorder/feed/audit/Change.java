package io.sirenorder.feed.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Change with the values before and after.
 *
 * @param by {@code merchant:ID}, {@code operator:DIGEST}, or {@code clock} where an end came that was set before
 * @param before the members that changed, as they were; a member that was not there before is absent
 * @param trace of the request that made it, as in the log of actions
 */
public record Change(
        @Schema(required = true) long id,
        @Schema(required = true) String what,
        @Schema(required = true) String by,

        @Schema(required = true, type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode before,

        @Schema(required = true, type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode after,

        @Schema(required = true) Instant at,
        @Nullable String trace) {}
