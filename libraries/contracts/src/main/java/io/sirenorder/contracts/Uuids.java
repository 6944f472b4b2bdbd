package io.sirenorder.contracts;

import java.util.UUID;

/** The one way in which a UUID is read from outside. */
final class Uuids {
    private static final int CANONICAL_LENGTH = 36;

    private Uuids() {}

    /** {@link UUID#fromString} also reads {@code 1-1-1-1-1}, under which one id would have many names. */
    static UUID parse(String text) {
        if (text == null || text.length() != CANONICAL_LENGTH) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
