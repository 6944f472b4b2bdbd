package io.sirenorder.kit.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Titles and details of all problems that the modules on the class path can raise, in each language. */
public final class ProblemTexts {
    private final Map<Locale, Properties> texts;

    private ProblemTexts(Map<Locale, Properties> texts) {
        this.texts = texts;
    }

    public static ProblemTexts load() {
        return new ProblemTexts(
                Languages.ALL.stream().collect(Collectors.toUnmodifiableMap(l -> l, ProblemTexts::properties)));
    }

    /** The raw text, with its placeholders. */
    public String pattern(String slug, String part, Locale language) {
        String text = texts.get(language).getProperty(slug + "." + part);
        if (text == null) {
            throw new IllegalStateException("no " + language + " " + part + " for " + slug);
        }
        return text;
    }

    String title(Problem problem, Locale language) {
        return pattern(problem.slug(), "title", language);
    }

    String detail(Problem problem, Locale language) {
        String pattern = pattern(problem.slug(), "detail", language).replace("'", "''");
        Object[] words = problem.arguments().stream()
                .map(argument -> word(problem.slug(), argument, language))
                .toArray();
        return new MessageFormat(pattern, language).format(words);
    }

    /** A state or another constant in the words of the language, where the problem has such a text for it. */
    private Object word(String slug, Object argument, Locale language) {
        String word = texts.get(language).getProperty(slug + "." + argument);
        return word == null ? argument : word;
    }

    private static Properties properties(Locale language) {
        Properties all = new Properties();
        String name = "problems_" + language.getLanguage() + ".properties";
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources(name))) {
                try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
