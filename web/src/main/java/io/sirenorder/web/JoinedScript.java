package io.sirenorder.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One script of a page in place of all that its {@code main.js} imports, so that a first visit asks for one file and not for forty. */
final class JoinedScript {
    private static final Pattern IMPORT =
            Pattern.compile("import\\s*(?:\\{([^}]*)}\\s*from\\s*)?[\"'](\\.{1,2}/[^\"']+)[\"'];");
    private static final Pattern LATER = Pattern.compile("\\bimport\\('(\\.{1,2}/[^']+)'\\)");
    private static final Pattern WORDS = Pattern.compile("\\bimport\\(`\\./");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^export (?=(?:const|class|function|async function) (\\w+))");
    /** Lines that say nothing here: empty ones, and those that name a map of another file. */
    private static final Pattern SILENT = Pattern.compile("(?m)^(?:[ \\t]*|//# sourceMappingURL=.*)(?:\\n|\\z)");

    private static final Pattern LISTED = Pattern.compile("export\\s*\\{([^}]*)};");

    private final Map<String, byte[]> sources;
    private final Map<String, Integer> order = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> later = new TreeSet<>();

    private JoinedScript(Map<String, byte[]> sources) {
        this.sources = sources;
    }

    /** The script; each module is a function of its own that runs once, after those that it imports. A cycle is an error. */
    static byte[] of(String main, Map<String, byte[]> sources) {
        JoinedScript joined = new JoinedScript(sources);
        joined.imports(main);
        while (!joined.order.keySet().containsAll(joined.later)) {
            List.copyOf(joined.later).forEach(joined::follow);
        }
        joined.follow(main);
        return joined.order.keySet().stream()
                .map(joined::wrapped)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void follow(String name) {
        if (open.contains(name)) {
            throw new IllegalStateException("scripts import each other: %s and %s".formatted(open.peek(), name));
        }
        if (!order.containsKey(name)) {
            imports(name);
            order.put(name, order.size());
        }
    }

    /** Follows the imports of a script, and notes those that it asks for later. */
    private void imports(String name) {
        open.push(name);
        references(LATER, name, 1).forEach(later::add);
        references(IMPORT, name, 2).forEach(this::follow);
        open.pop();
    }

    private List<String> references(Pattern pattern, String name, int group) {
        return pattern.matcher(text(name))
                .results()
                .map(found -> resolved(name, found.group(group)))
                .toList();
    }

    private String wrapped(String name) {
        String text = text(name);
        List<String> exported = new ArrayList<>();
        DECLARED.matcher(text).results().map(found -> found.group(1)).forEach(exported::add);
        LISTED.matcher(text).results().map(JoinedScript::members).forEach(exported::add);
        text = IMPORT.matcher(text).replaceAll(found -> quoted(bound(name, found)));
        text = LATER.matcher(text)
                .replaceAll(found -> quoted("Promise.resolve(" + variable(name, found.group(1)) + ")"));
        text = WORDS.matcher(text).replaceAll(quoted("import(`../" + name.substring(0, name.indexOf('/')) + "/"));
        text = LISTED.matcher(DECLARED.matcher(text).replaceAll("")).replaceAll("");
        text = SILENT.matcher(text).replaceAll("");
        return "const $%d = await (async () => {\n%s\nreturn { %s };\n})();\n"
                .formatted(order.get(name), text.strip(), String.join(", ", exported));
    }

    /** An import as a declaration of the names that it binds. */
    private String bound(String name, MatchResult found) {
        return found.group(1) == null
                ? ""
                : "const {%s} = %s;"
                        .formatted(found.group(1).replaceAll("\\s+as\\s+", ": "), variable(name, found.group(2)));
    }

    /** {@code a as b, c} of an export as {@code b: a, c} of an object. */
    private static String members(MatchResult found) {
        return found.group(1).replaceAll("([\\w$]+)\\s+as\\s+([\\w$]+)", "$2: $1");
    }

    private String variable(String name, String reference) {
        return "$" + order.get(resolved(name, reference));
    }

    /** The name that an import means in a script of this name. */
    static String resolved(String name, String reference) {
        return URI.create("/" + name).resolve(reference).getPath().substring(1);
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private String text(String name) {
        return new String(sources.get(name), StandardCharsets.UTF_8);
    }
}
