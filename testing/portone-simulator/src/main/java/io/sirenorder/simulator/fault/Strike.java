package io.sirenorder.simulator.fault;

import io.vertx.core.json.JsonObject;

/** One hit of a fault, with the parameters of its rule. */
public record Strike(JsonObject parameters) {
    public long number(String name, long otherwise) {
        return parameters.getLong(name, otherwise);
    }

    public String text(String name, String otherwise) {
        return parameters.getString(name, otherwise);
    }

    public boolean flag(String name) {
        return parameters.getBoolean(name, false);
    }

    public boolean has(String name) {
        return parameters.getValue(name) != null;
    }
}
