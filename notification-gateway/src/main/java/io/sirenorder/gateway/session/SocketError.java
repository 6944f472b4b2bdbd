package io.sirenorder.gateway.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Why something was not done, as sockets say it.
 *
 * @param code stable, as in problem types
 * @param retryable whether the same frame with the same id may succeed later
 * @param d further members, or null
 */
public record SocketError(String code, boolean retryable, String detail, ObjectNode d) {

    public static SocketError lasting(String code, String detail) {
        return new SocketError(code, false, detail, null);
    }

    public static SocketError passing(String code, String detail) {
        return new SocketError(code, true, detail, null);
    }

    ObjectNode toJson() {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("code", code).put("retryable", retryable).put("detail", detail);
        if (d != null && !d.isEmpty()) {
            error.set("d", d);
        }
        return error;
    }
}
