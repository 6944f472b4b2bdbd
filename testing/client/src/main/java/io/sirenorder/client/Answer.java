package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;

/** Answer to a call, and the time that it took. */
public record Answer(String call, int status, HttpHeaders headers, JsonNode body, Duration took) {

    /** This answer, if its status is as wished; else an {@link UnexpectedAnswer} that shows the whole of it. */
    public Answer expect(int wished) {
        if (status != wished) {
            throw new UnexpectedAnswer(wished, this);
        }
        return this;
    }

    public String text(String field) {
        return body.path(field).asText();
    }

    public long number(String field) {
        return body.path(field).asLong();
    }

    /** The problem's slug, or an empty text. */
    public String problem() {
        return text("code");
    }
}
