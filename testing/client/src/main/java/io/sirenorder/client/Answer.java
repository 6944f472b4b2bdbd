package io.sirenorder.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;

/** Answer to a call, and the time that it took. */
public record Answer(String call, int status, HttpHeaders headers, JsonNode body, Duration took) {

    /** Returns the answer itself if its status is as wished; else fails with an {@link UnexpectedAnswer} that shows it. */
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
