package io.sirenorder.store.till;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Set;

/** Reads the body of a command, as strictly as that of a request over REST. */
@ApplicationScoped
class CommandReader {
    private final ObjectMapper json;
    private final Validator validator;

    CommandReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    <T> T read(TillCommand command, Class<T> type) {
        T body = parse(command, type);
        Set<ConstraintViolation<T>> broken = validator.validate(body);
        if (!broken.isEmpty()) {
            throw new ConstraintViolationException(broken);
        }
        return body;
    }

    private <T> T parse(TillCommand command, Class<T> type) {
        boolean absent = command.d() == null || command.d().isNull();
        try {
            return json.treeToValue(absent ? JsonNodeFactory.instance.objectNode() : command.d(), type);
        } catch (JsonProcessingException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
