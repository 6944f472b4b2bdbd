package io.sirenorder.payment.portone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.kit.json.Tolerant;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A webhook's body, JSON or form, as one object. */
public record WebhookBody(JsonNode json) {

    static WebhookBody parse(byte[] bytes) {
        try {
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            JsonNode json = text.startsWith("{") ? Tolerant.mapper().readTree(text) : form(text);
            if (json == null || !json.isObject()) {
                throw new WebhookUnreadable();
            }
            return new WebhookBody(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new WebhookUnreadable();
        }
    }

    /** A field that must be a possible id. */
    public String id(String field) {
        String value = text(field);
        if (!PortOneIds.isPossible(value)) {
            throw new WebhookUnreadable();
        }
        return value;
    }

    public String text(String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    private static ObjectNode form(String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new WebhookUnreadable();
            }
            fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
