package io.sirenorder.kit.problem;

import com.fasterxml.jackson.databind.JsonNode;

/** The problem of a neighbour, which is as it stands the answer to this program's own caller. */
public final class PassedOn extends Problem {
    private final String slug;
    private final transient JsonNode body;

    /** The body is the neighbour's whole problem, in the language that the caller asked for. */
    public PassedOn(int status, String slug, JsonNode body) {
        super(status);
        this.slug = slug;
        this.body = body;
    }

    @Override
    public String slug() {
        return slug;
    }

    String text(String member) {
        return body.path(member).asText(slug);
    }
}
