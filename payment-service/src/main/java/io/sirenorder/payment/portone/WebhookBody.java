package io.sirenorder.payment.portone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.text.Text;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A webhook's body, JSON or form, as one object. */
public record WebhookBody(JsonNode json) {

    public static WebhookBody parse(byte[] bytes) {
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
        JsonNode value = json.path(field);
        if (!value.isTextual() || !PortOneIds.isPossible(value.asText())) {
            throw new WebhookUnreadable();
        }
        return value.asText();
    }

    /** The field without characters that could not be stored; null where it is absent, empty or no text. */
    public String text(String field) {
        JsonNode value = json.path(field);
        String text = value.isTextual() ? Text.clean(value.asText()) : "";
        return text.isEmpty() ? null : text;
    }

    private static ObjectNode form(String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                fields.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
