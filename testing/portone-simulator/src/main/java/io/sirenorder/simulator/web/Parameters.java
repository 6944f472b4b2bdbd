package io.sirenorder.simulator.web;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Parameters of a call by name: JSON or form, strict about numbers in JSON. */
public record Parameters(JsonObject values, boolean form) {
    public static Parameters ofBody(RoutingContext context) {
        String type =
                Optional.ofNullable(context.request().getHeader("content-type")).orElse("");
        return type.startsWith("application/x-www-form-urlencoded") ? ofForm(context) : ofJson(context);
    }

    private static Parameters ofForm(RoutingContext context) {
        JsonObject values = new JsonObject();
        context.request().formAttributes().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return new Parameters(values, true);
    }

    private static Parameters ofJson(RoutingContext context) {
        if (context.body().length() <= 0) {
            return new Parameters(new JsonObject(), false);
        }
        return parse(context.body().asString());
    }

    public static Parameters parse(String json) {
        try {
            return new Parameters(new JsonObject(json), false);
        } catch (DecodeException | ClassCastException e) {
            throw new BadParameter("the body is no JSON object");
        }
    }

    public Optional<String> text(String name) {
        Object value = values.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw new BadParameter(name + " must be a text");
    }

    public String requiredText(String name) {
        return text(name).filter(text -> !text.isBlank()).orElseThrow(() -> new BadParameter(name + " is missing"));
    }

    /** A whole number; forms carry it as digits. */
    public Optional<Long> number(String name) {
        Object value = values.getValue(name);
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(((Number) value).longValue());
        }
        if (form && value instanceof String digits && digits.matches("-?[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(digits));
        }
        throw new BadParameter(name + " must be a whole number");
    }

    public long requiredNumber(String name) {
        return number(name).orElseThrow(() -> new BadParameter(name + " is missing"));
    }

    public boolean flag(String name) {
        Object value = values.getValue(name);
        if (value == null || value instanceof Boolean || form) {
            return "true".equals(String.valueOf(value));
        }
        throw new BadParameter(name + " must be true or false");
    }
}
