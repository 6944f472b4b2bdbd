package io.sirenorder.store.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sirenorder.kit.digest.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;

/** Answers with an entity tag, or with 304 when the client has exactly that already. */
@ApplicationScoped
public class Tagged {
    private static final int TAG_BYTES = 12;

    private final ObjectMapper json;
    private final PublicAnswers answers;
    private final CurrentVertxRequest current;

    Tagged(ObjectMapper json, PublicAnswers answers, CurrentVertxRequest current) {
        this.json = json;
        this.answers = answers;
        this.current = current;
    }

    /** The entity as JSON with its tag; 304 where the request names that tag. An anonymous reader may keep it for a second. */
    public Response answer(Request request, Object entity) {
        byte[] body = write(entity);
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(Digests.sha256(body), 0, TAG_BYTES));
        boolean isPublic = answers.keep(current.getCurrent(), body, '"' + tag.getValue() + '"');
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return (isPublic ? answer.header(HttpHeaders.CACHE_CONTROL, PublicAnswers.CACHE_CONTROL) : answer)
                .tag(tag)
                .build();
    }

    private byte[] write(Object entity) {
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own answers can be written", e);
        }
    }
}
