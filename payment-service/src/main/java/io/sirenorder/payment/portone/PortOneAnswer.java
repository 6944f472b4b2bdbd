package io.sirenorder.payment.portone;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came back over HTTP.
 *
 * @param body null when it was not a JSON object
 */
record PortOneAnswer(int status, JsonNode body) {

    boolean isOk() {
        return status == 200 && body != null;
    }

    /** V2's error type, or an empty text where there is none. */
    String type() {
        return body == null ? "" : body.path("type").asText("");
    }

    PortOneUnreachable unclear(String call) {
        return new PortOneUnreachable(call + " answered " + status + " " + type());
    }
}
