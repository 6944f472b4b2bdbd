package io.sirenorder.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sirenorder.kit.json.Tolerant;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way between two services.
 *
 * @param pos its place in the producer's feed; dense, beginning at 1
 * @param version of what it is about, after it
 * @param trace the W3C {@code traceparent} of what caused it, or null
 */
public record Envelope(
        long pos, UUID id, String stream, long version, String type, int v, JsonNode body, Instant at, String trace) {

    public static Envelope parse(String json) {
        try {
            return Tolerant.mapper().readValue(json, Envelope.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no envelope", e);
        }
    }

    public String toJson() {
        try {
            return Tolerant.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an envelope that can't be written", e);
        }
    }

    public Position position() {
        return new Position(pos, id);
    }

    /** Reads the event's body; unknown fields are left out. */
    public <E> E as(Class<E> type) {
        try {
            return Tolerant.mapper().treeToValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName(), e);
        }
    }
}
