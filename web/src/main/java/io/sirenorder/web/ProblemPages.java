package io.sirenorder.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages that the {@code type} of a problem leads to: one for each code, and the list of all, in Korean and in English. */
@Singleton
class ProblemPages {
    static final String PATH = "/problems/";
    static final List<String> LANGUAGES = List.of("ko", "en");
    static final String EVERY_SERVICE = "every-service";

    private final Map<String, PageFile> files = new HashMap<>();
    private final String edition;

    ProblemPages(Pages pages) throws IOException {
        edition = pages.edition();
        Map<String, List<ProblemCase>> cases = ProblemCatalogue.load().cases();
        for (String language : LANGUAGES) {
            String template = template(language);
            put(PATH, language, page(template, "problems", list(cases, language)));
            cases.forEach((code, told) -> put(
                    PATH + code,
                    language,
                    page(
                            template,
                            code,
                            told.stream().map(one -> section(one, language)).collect(Collectors.joining()))));
        }
    }

    /** The page of that path in that language, one of {@link #LANGUAGES}. */
    Optional<PageFile> page(String path, String language) {
        return Optional.ofNullable(files.get(language + path));
    }

    private void put(String path, String language, String html) {
        files.put(language + path, PageFile.of("problem.html", html));
    }

    private String page(String template, String heading, String content) {
        return template.replace("{{edition}}", edition)
                .replace("{{heading}}", heading)
                .replace("{{content}}", content);
    }

    private static String list(Map<String, List<ProblemCase>> cases, String language) {
        return cases.entrySet().stream()
                .map(problem -> "<li><a href=\"%s%s\"><code>%2$s</code></a> %s</li>%n"
                        .formatted(
                                PATH,
                                problem.getKey(),
                                escaped(problem.getValue()
                                        .get(0)
                                        .texts()
                                        .get(language)
                                        .title())))
                .collect(Collectors.joining("", "<ul class=\"stack\">\n", "</ul>"));
    }

    private static String section(ProblemCase told, String language) {
        ProblemCase.Text text = told.texts().get(language);
        String services = told.services().contains(EVERY_SERVICE) ? EVERY_SERVICE : String.join(", ", told.services());
        return """
                <section class="stack">
                <h2>%s</h2>
                <p>%s</p>
                <p class="soft">HTTP %d · %s</p>
                </section>
                """.formatted(escaped(text.title()), escaped(text.detail()), told.status(), escaped(services));
    }

    private static String template(String language) throws IOException {
        String name = "problems/" + language + ".html";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
