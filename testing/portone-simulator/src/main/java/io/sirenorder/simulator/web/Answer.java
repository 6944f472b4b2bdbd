package io.sirenorder.simulator.web;

import io.vertx.core.json.JsonObject;

/** The answer to a caller; {@code settled} when the call was acted on, so that an idempotency key may replay it. */
public record Answer(int status, String contentType, String body, boolean settled) {
    private static final String JSON = "application/json;charset=UTF-8";

    public static Answer ok(JsonObject body) {
        return json(200, body);
    }

    public static Answer json(int status, JsonObject body) {
        return new Answer(status, JSON, body.encode(), true);
    }

    public static Answer html(int status, String title) {
        String page = "<html><head><title>%1$d %2$s</title></head><body><h1>%1$d %2$s</h1></body></html>";
        return new Answer(status, "text/html", page.formatted(status, title), false);
    }

    public static Answer empty(int status) {
        return new Answer(status, JSON, "", false);
    }

    Answer unsettled() {
        return new Answer(status, contentType, body, false);
    }

    Answer withBody(String other) {
        return new Answer(status, contentType, other, settled);
    }

    boolean isJson() {
        return contentType.startsWith("application/json");
    }
}
