package io.sirenorder.local.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A person as an issuer of the local stack knows one: a subject, and the claims that tokens carry of it. */
record Person(String subject, Map<String, Object> claims) {
    static final int LONGEST_NICKNAME = 40;
    static final String DEFAULT_NICKNAME = "손님";

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    /** The operator of this stack; there is one. */
    static Person operator() {
        return new Person("local-operator", Map.of("nickname", "운영자"));
    }

    /**
     * The buyer whose address this is: the same person each time.
     *
     * @throws IllegalArgumentException when an address or nickname is none
     */
    static Person buyer(String email, String nickname) {
        String name = nickname.isBlank() ? DEFAULT_NICKNAME : nickname.strip();
        if (!EMAIL.matcher(email.strip()).matches() || name.length() > LONGEST_NICKNAME) {
            throw new IllegalArgumentException(
                    "email must be an address, nickname have at most " + LONGEST_NICKNAME + " characters");
        }
        String address = email.strip();
        return new Person(
                subjectOf(address), Map.of("email", address, "email_verified", true, "nickname", name, "name", name));
    }

    private static String subjectOf(String email) {
        return UUID.nameUUIDFromBytes(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
