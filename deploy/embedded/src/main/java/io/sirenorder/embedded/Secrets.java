package io.sirenorder.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that nobody has to remember. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
