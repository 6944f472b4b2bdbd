package io.sirenorder.feed.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** What a request was answered with, as far as it is given again. */
record StoredResponse(int status, String contentType, String location, String body) {
    static final String REPLAYED = "Idempotency-Replayed";
    /** Nothing was decided: the same request may fare otherwise next time. */
    private static final Set<Integer> UNDECIDED = Set.of(401, 403, 408, 425, 429);

    static StoredResponse of(ContainerResponseContext response, ObjectMapper json) {
        return new StoredResponse(
                response.getStatus(),
                contentType(response),
                response.getHeaderString(HttpHeaders.LOCATION),
                text(response.getEntity(), json));
    }

    boolean isFinal() {
        return status < 500 && !UNDECIDED.contains(status);
    }

    Response again() {
        return Response.status(status)
                .type(contentType)
                .header(HttpHeaders.LOCATION, location)
                .header(REPLAYED, true)
                .entity(body)
                .build();
    }

    /** What is not said yet is negotiated after the filters; all our resources speak JSON. */
    private static String contentType(ContainerResponseContext response) {
        if (response.getMediaType() != null) {
            return response.getMediaType().toString();
        }
        return response.hasEntity() ? MediaType.APPLICATION_JSON + ";charset=UTF-8" : null;
    }

    private static String text(Object entity, ObjectMapper json) {
        if (entity == null || entity instanceof String) {
            return (String) entity;
        }
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that can't be kept", e);
        }
    }
}
