package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A merchant: the identity that sells and signs in. */
public record MerchantId(@JsonValue UUID value) {

    /** Reads the canonical text form; an {@link IllegalArgumentException} says that it is none. */
    @JsonCreator
    public static MerchantId fromString(String text) {
        return new MerchantId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
