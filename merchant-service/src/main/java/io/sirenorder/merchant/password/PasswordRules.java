package io.sirenorder.merchant.password;

import io.sirenorder.kit.problem.InvalidRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for passwords that may be chosen; passwords chosen under earlier rules go on working. */
public final class PasswordRules {
    /** The fewest characters (code points). */
    public static final int SHORTEST = 8;
    /** The most bytes in UTF-8: bcrypt reads no further, so longer passwords that begin alike would be one. */
    public static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 4;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * Fails with {@link InvalidRequest} where the password may not be chosen.
     *
     * @param field the field of the request that the answer names
     * @param names of the account, none of which may be the password
     */
    public static void check(String field, String password, String... names) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidRequest(field, "must have at least " + SHORTEST + " characters");
        }
        if (!fits(password)) {
            throw new InvalidRequest(field, "must have at most " + MOST_BYTES + " bytes in UTF-8");
        }
        if (!isText(password)) {
            throw new InvalidRequest(field, "must not contain control characters or unpaired surrogates");
        }
        if (isEasy(password) || isName(password, names)) {
            throw new InvalidRequest(field, "must not be easy to guess");
        }
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static boolean isText(String password) {
        return password.codePoints()
                .noneMatch(each -> Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE);
    }

    private static boolean isEasy(String password) {
        String plain = password.strip().toLowerCase(Locale.ROOT);
        return plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || isRun(plain)
                || isRepetition(plain)
                || COMMON.contains(plain)
                || COMMON.contains(plain.replaceAll("[0-9!@#$%^&*._-]{1,4}$", ""));
    }

    /** Characters that each follow the one before, up or down: 12345678, hgfedcba. */
    private static boolean isRun(String text) {
        int[] points = text.codePoints().toArray();
        int step = points.length < 2 ? 0 : points[1] - points[0];
        for (int i = 2; i < points.length; i++) {
            if (points[i] - points[i - 1] != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    /** A short part over and over: abcabcabc. */
    private static boolean isRepetition(String text) {
        return text.matches("(?s)(.{1,4})\\1+");
    }

    private static boolean isName(String password, String... names) {
        for (String name : names) {
            if (name != null && name.equalsIgnoreCase(password.strip())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
