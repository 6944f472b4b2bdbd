package io.sirenorder.kit.identity;

import java.util.Objects;
import java.util.stream.Stream;

/** The name by which others know a buyer. */
final class Nickname {
    private static final int LONGEST = 40;

    private Nickname() {}

    static String of(VerifiedToken token) {
        return Stream.of("nickname", "preferred_username", "name")
                .map(token::text)
                .filter(Objects::nonNull)
                .map(Nickname::printable)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String printable(String text) {
        String clean = text.replaceAll("\\p{C}", "").strip();
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
        return clean.substring(0, end);
    }
}
