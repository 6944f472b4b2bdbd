package io.sirenorder.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A JSON value that is refused for a reason that the client is told; Jackson adds the path to it. */
public class RefusedValue extends MismatchedInputException {
    private final String why;

    /** The reason continues the field's name: "must ...". */
    public RefusedValue(JsonParser parser, Class<?> type, String why) {
        super(parser, why, type);
        this.why = why;
    }

    String why() {
        return why;
    }
}
