package io.sirenorder.payment.portone;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An HTTP answer of PortOne.
 *
 * @param body null when it was not a JSON object
 */
public record PortOneAnswer(int status, JsonNode body) {

    public boolean isOk() {
        return status == 200 && body != null;
    }

    /** V2's error type, or an empty text where there is none. */
    public String type() {
        return body == null ? "" : body.path("type").asText("");
    }

    public PortOneUnreachable unclear(String call) {
        return new PortOneUnreachable(call + " answered " + status + " " + type());
    }
}
