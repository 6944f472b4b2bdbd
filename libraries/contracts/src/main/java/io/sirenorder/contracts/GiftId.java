package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A gift, the same number as the checkout that paid for it. */
public record GiftId(@JsonValue UUID value) {

    /** Reads the canonical text form; an {@link IllegalArgumentException} says that it is none. */
    @JsonCreator
    public static GiftId fromString(String text) {
        return new GiftId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
