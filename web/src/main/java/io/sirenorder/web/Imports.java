package io.sirenorder.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Static imports between the scripts, which are relative throughout. */
final class Imports {
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*[\"'](\\.{1,2}/[^\"']+)[\"']");

    private final Map<String, byte[]> sources;

    Imports(Map<String, byte[]> sources) {
        this.sources = sources;
    }

    /** A script and all that it imports, directly or not. */
    Set<String> from(String name) {
        Set<String> found = new LinkedHashSet<>();
        follow(name, found);
        return found;
    }

    private void follow(String name, Set<String> found) {
        if (sources.containsKey(name) && found.add(name)) {
            Matcher matcher = IMPORT.matcher(new String(sources.get(name), StandardCharsets.UTF_8));
            while (matcher.find()) {
                follow(resolved(name, matcher.group(1)), found);
            }
        }
    }

    /** The name that an import means in a script of this name. */
    static String resolved(String name, String reference) {
        return URI.create("/" + name).resolve(reference).getPath().substring(1);
    }
}
