package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A promise to sell at a price: PortOne's {@code paymentId}, and the id of the order or gift it becomes. */
public record CheckoutId(@JsonValue UUID value) {

    /** Reads the canonical text form; an {@link IllegalArgumentException} says that it is none. */
    @JsonCreator
    public static CheckoutId fromString(String text) {
        return new CheckoutId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
