package io.sirenorder.kit.problem;

import java.util.List;
import java.util.Map;

/** The request can't be understood or breaks a rule of its form. */
public class InvalidRequest extends Problem {
    private static final int STATUS = 400;

    private final transient List<FieldError> errors;

    /** The mistake in one part of the request; {@code why} continues the field's name: "must be ...". */
    public InvalidRequest(String field, String why) {
        this(List.of(new FieldError(field, why)));
    }

    public InvalidRequest(List<FieldError> errors) {
        super(STATUS, errors.get(0).field(), errors.get(0).message());
        this.errors = List.copyOf(errors);
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("errors", errors);
    }

    /** The mistake in one part of a request. */
    public record FieldError(String field, String message) {}
}
