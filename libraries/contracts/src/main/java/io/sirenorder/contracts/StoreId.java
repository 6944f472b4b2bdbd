package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A store. */
public record StoreId(@JsonValue UUID value) {

    /** Reads the canonical text form; an {@link IllegalArgumentException} says that it is none. */
    @JsonCreator
    public static StoreId fromString(String text) {
        return new StoreId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
