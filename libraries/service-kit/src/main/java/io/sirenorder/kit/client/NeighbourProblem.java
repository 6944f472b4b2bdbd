package io.sirenorder.kit.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A refusal by a neighbour. The calling feature translates it; one that it does not expect is a 500. */
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

    /** The whole problem. */
    public JsonNode body() {
        return body;
    }
}
