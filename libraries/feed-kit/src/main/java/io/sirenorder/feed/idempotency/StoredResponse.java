package io.sirenorder.feed.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** The response to a request as far as it is repeated: status, content type, location and body. */
record StoredResponse(int status, String contentType, String location, String body) {
    static final String REPLAYED = "Idempotency-Replayed";
    /** Refusals of the request itself. Any other, 404 and 409 among them, may pass: the same request may succeed later. */
    private static final Set<Integer> LASTING_REFUSALS = Set.of(400, 405, 406, 410, 413, 415, 422);

    static StoredResponse of(ContainerResponseContext response, ObjectMapper json) {
        return new StoredResponse(
                response.getStatus(),
                contentType(response),
                response.getHeaderString(HttpHeaders.LOCATION),
                text(response.getEntity(), json));
    }

    boolean isFinal() {
        return status < 300 || LASTING_REFUSALS.contains(status);
    }

    Response again() {
        return Response.status(status)
                .type(contentType)
                .header(HttpHeaders.LOCATION, location)
                .header(REPLAYED, true)
                .entity(body)
                .build();
    }

    /** An unset type is negotiated after the filters; all resources of the house answer in JSON. */
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
            throw new IllegalStateException("a response that can't be written", e);
        }
    }
}
