package io.sirenorder.kit.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A neighbour refused what we asked; the caller knows what that means, else it is our fault. */
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

    /** The problem's slug, or empty if the answer was no problem of ours. */
    public String code() {
        return code;
    }

    /** The whole problem. */
    public JsonNode body() {
        return body;
    }
}
