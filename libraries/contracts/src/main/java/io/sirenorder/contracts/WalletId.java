package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A store's ledger of sales; knowing it grants nothing. */
public record WalletId(@JsonValue UUID value) {

    /** Reads the canonical text form; an {@link IllegalArgumentException} says that it is none. */
    @JsonCreator
    public static WalletId fromString(String text) {
        return new WalletId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
