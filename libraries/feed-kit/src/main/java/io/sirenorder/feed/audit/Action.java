package io.sirenorder.feed.audit;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change that a person asked for.
 *
 * @param by {@code merchant:ID} or {@code operator:DIGEST}
 * @param what operation of the API, as its description names it
 * @param subject parameters of the path; codes are left out
 * @param network network of the caller, shortened to /24 or /48
 * @param status HTTP status of the answer: a refused change stands here too
 */
public record Action(
        @Schema(required = true) long id,
        @Schema(required = true) Instant at,
        @Schema(required = true) String role,
        @Schema(required = true) String by,
        @Schema(required = true) String what,
        @Schema(required = true) Map<String, String> subject,
        @Schema(required = true) String network,
        @Schema(required = true) int status,
        @Nullable String trace) {}
