package io.sirenorder.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.problem.PassedOn;
import java.util.List;

/** A refusal by a neighbour. The calling feature translates it or passes it on; one that it does not expect is a 500. */
public class NeighbourProblem extends RuntimeException {
    private final int status;
    private final String code;
    private final transient JsonNode body;

    public NeighbourProblem(int status, String code, JsonNode body) {
        super(status + " " + code);
        this.status = status;
        this.code = code;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The problem's slug, or empty if the answer was not a problem. */
    public String code() {
        return code;
    }

    /** The same problem for this program's own caller if its slug is one of these, else this exception itself. */
    public RuntimeException passOn(String... slugs) {
        return List.of(slugs).contains(code) ? new PassedOn(status, code, body) : this;
    }

    /** The whole problem. */
    public JsonNode body() {
        return body;
    }
}
