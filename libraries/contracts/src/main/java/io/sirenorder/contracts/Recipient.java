package io.sirenorder.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The owner of a message, an order or a gift: {@code store:ID}, {@code buyer:ID}, or {@code address:HASH} for an
 * e-mail whose owner has not shown up yet (the keyed hash, never the e-mail).
 */
public record Recipient(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("(store|buyer|address):[A-Za-z0-9-]{16,64}");

    public Recipient {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a recipient");
        }
    }

    @JsonCreator
    public static Recipient fromString(String text) {
        return new Recipient(text);
    }

    public static Recipient store(StoreId id) {
        return new Recipient("store:" + id);
    }

    public static Recipient buyer(BuyerId id) {
        return new Recipient("buyer:" + id);
    }

    public static Recipient address(String hash) {
        return new Recipient("address:" + hash);
    }

    public boolean isBuyer() {
        return value.startsWith("buyer:");
    }

    public boolean isAddress() {
        return value.startsWith("address:");
    }

    /** The part after the colon. */
    public String id() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
