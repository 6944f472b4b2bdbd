package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A message that came down a socket, and when. */
public record Frame(JsonNode json, Instant at) {

    public String type() {
        return json.path("t").asText();
    }

    public String pos() {
        return json.path("pos").asText();
    }

    /** The frame's content. */
    public JsonNode d() {
        return json.path("d");
    }

    public String text(String field) {
        return d().path(field).asText();
    }

    public boolean isA(String type) {
        return type().equals(type);
    }
}
