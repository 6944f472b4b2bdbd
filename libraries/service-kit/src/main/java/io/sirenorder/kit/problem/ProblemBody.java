package io.sirenorder.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/** A problem as it goes over the wire. */
@JsonPropertyOrder({"type", "code", "title", "detail", "status", "instance", "traceId"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String code,
        String title,
        String detail,
        int status,
        String instance,
        String traceId,
        @JsonAnyGetter Map<String, Object> extensions) {
    public static final String MEDIA_TYPE = "application/problem+json";
}
