package io.sirenorder.kit.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.sirenorder.kit.problem.Outage;
import io.sirenorder.kit.problem.TooManyRequests;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads a neighbour's refusals; a 429 concerns this program's own caller, so it is passed on. */
public class NeighbourProblems implements ResponseExceptionMapper<RuntimeException> {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Whether this failure of a call means that the neighbour is down or slow, rather than that it refused. */
    public static boolean isUnavailable(Throwable failure) {
        return Outage.isBehind(failure);
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        if (response.getStatus() >= SERVER_ERRORS) {
            return new NeighbourUnavailable();
        }
        if (response.getStatus() == TOO_MANY_REQUESTS) {
            return new TooManyRequests(retryAfter(response.getHeaderString(HttpHeaders.RETRY_AFTER)));
        }
        JsonNode body = body(response);
        return new NeighbourProblem(response.getStatus(), body.path("code").asText(""), body);
    }

    /** Ours give it in seconds, and not too many. */
    private static Duration retryAfter(String header) {
        return header != null && header.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : RETRY_AFTER;
    }

    private static JsonNode body(Response response) {
        try {
            return Tolerant.mapper().readTree(response.readEntity(String.class));
        } catch (JsonProcessingException | ProcessingException notAProblem) {
            return MissingNode.getInstance();
        }
    }
}
