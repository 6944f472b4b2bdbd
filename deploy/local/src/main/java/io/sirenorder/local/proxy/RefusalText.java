package io.sirenorder.local.proxy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Titles and details of the front door's problems in one language, Korean unless a caller asks for English. */
record RefusalText(Locale language, Properties texts) {
    private static final int LONGEST_HEADER = 200;
    private static final RefusalText KOREAN = load(Locale.KOREAN);
    private static final RefusalText ENGLISH = load(Locale.ENGLISH);

    private static RefusalText load(Locale language) {
        Properties texts = new Properties();
        String file = "/proxy/problems_" + language.getLanguage() + ".properties";
        try (Reader reader =
                new InputStreamReader(RefusalText.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RefusalText(language, texts);
    }

    /** The texts for an {@code Accept-Language} header, which may be null or malformed. */
    static RefusalText inLanguage(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return KOREAN;
        }
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(KOREAN.language, ENGLISH.language));
            return ENGLISH.language.equals(best) ? ENGLISH : KOREAN;
        } catch (IllegalArgumentException malformed) {
            return KOREAN;
        }
    }

    String title(Refusal refusal) {
        return texts.getProperty(refusal.slug() + ".title");
    }

    String detail(Refusal refusal) {
        return texts.getProperty(refusal.slug() + ".detail");
    }
}
