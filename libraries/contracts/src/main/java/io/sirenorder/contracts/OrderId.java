package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An order, the same number as the checkout that paid for it. */
public record OrderId(@JsonValue UUID value) {

    /** Reads the canonical text form; an {@link IllegalArgumentException} says that it is none. */
    @JsonCreator
    public static OrderId fromString(String text) {
        return new OrderId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
