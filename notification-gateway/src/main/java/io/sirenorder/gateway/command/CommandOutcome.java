package io.sirenorder.gateway.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.gateway.session.Frames;
import io.sirenorder.gateway.session.SocketError;
import io.sirenorder.kit.client.NeighbourProblem;
import io.sirenorder.kit.problem.NeighbourUnavailable;
import io.sirenorder.kit.problem.Problem;
import io.sirenorder.kit.problem.TooManyRequests;
import java.util.Set;

/** The outcome of a command: its result, or the error. */
public record CommandOutcome(JsonNode d, SocketError trouble) {
    private static final Set<String> SAID_ELSEWHERE =
            Set.of("type", "code", "title", "detail", "status", "instance", "traceId");

    static CommandOutcome done(JsonNode d) {
        return new CommandOutcome(d, null);
    }

    static CommandOutcome tooLate() {
        return new CommandOutcome(
                null, SocketError.passing("timeout", "No answer in time; the same frame may be sent again."));
    }

    static CommandOutcome of(Throwable failure) {
        if (failure instanceof NeighbourProblem problem) {
            return new CommandOutcome(null, trouble(problem));
        }
        String code = Problem.slugOf(NeighbourUnavailable.class);
        return new CommandOutcome(
                null, SocketError.passing(code, "Not reachable now; the same frame may be sent again."));
    }

    /** The owner takes no more for a while: the same frame is welcome afterwards. */
    static CommandOutcome of(TooManyRequests limit, String detail) {
        ObjectNode wait = JsonNodeFactory.instance.objectNode();
        wait.put("retryAfterSeconds", Math.max(1, limit.retryAfter().toSeconds()));
        return new CommandOutcome(null, new SocketError(Problem.slugOf(TooManyRequests.class), true, detail, wait));
    }

    /** Encodes the reply frame; {@code id} is the command's. */
    public String frame(String id) {
        return trouble == null ? Frames.done(id, d) : Frames.failed(id, trouble);
    }

    String outcome() {
        return trouble == null ? "done" : trouble.retryable() ? "unanswered" : "refused";
    }

    private static SocketError trouble(NeighbourProblem problem) {
        String code = problem.code().isEmpty() ? "refused" : problem.code();
        String detail = problem.body().path("detail").asText("");
        ObjectNode more =
                problem.body() instanceof ObjectNode body ? body.deepCopy().remove(SAID_ELSEWHERE) : null;
        return new SocketError(code, false, detail, more);
    }
}
