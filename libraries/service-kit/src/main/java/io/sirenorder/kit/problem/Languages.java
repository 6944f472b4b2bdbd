package io.sirenorder.kit.problem;

import java.util.List;
import java.util.Locale;

/** The languages in which we speak to people, Korean unless they ask for another. */
public final class Languages {
    public static final List<Locale> ALL = List.of(Locale.KOREAN, Locale.ENGLISH);
    private static final int LONGEST_HEADER = 200;

    private Languages() {}

    /** The best for this {@code Accept-Language} header, which may be null or nonsense. */
    public static Locale best(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return Locale.KOREAN;
        }
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL);
            return match == null ? Locale.KOREAN : match;
        } catch (IllegalArgumentException | IndexOutOfBoundsException nonsense) { // the latter for a lone hyphen
            return Locale.KOREAN;
        }
    }
}
