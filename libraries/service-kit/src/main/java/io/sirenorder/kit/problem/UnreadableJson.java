package io.sirenorder.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;

/** Describes a body that Jackson refused by field and reason, without naming a class. */
final class UnreadableJson {
    private static final String BODY = "body";

    private UnreadableJson() {}

    static Problem problem(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping) {
            return new InvalidRequest(where(mapping.getPath()), why(mapping));
        }
        return new InvalidRequest(BODY, "is not valid JSON");
    }

    private static String why(JsonMappingException failure) {
        if (failure instanceof RefusedValue refused) {
            return refused.why();
        }
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not known here";
        }
        if (failure instanceof ValueInstantiationException) {
            return "is not valid";
        }
        return failure.getPath().isEmpty() ? "is not what is expected here" : "is of the wrong type or missing";
    }

    private static String where(List<JsonMappingException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(shortened(step.getFieldName()));
            }
        }
        return text.isEmpty() ? BODY : text.toString();
    }

    /** A field's name may be the client's, and of any length. */
    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
