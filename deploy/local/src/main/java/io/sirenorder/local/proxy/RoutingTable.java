package io.sirenorder.local.proxy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Service of each path: prefixes of whole path elements, the longest first. */
public record RoutingTable(SortedMap<String, String> ownerByPrefix) {
    /** Paths that a service might read as another one than was matched here. */
    private static final Pattern CROOKED =
            Pattern.compile("//|/\\.{1,2}(/|$)|[\\\\;]|%(2[ef]|5c|3b)", Pattern.CASE_INSENSITIVE);

    /** Reads {@code deploy/routes.properties}. */
    public static RoutingTable read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the routing table " + file, e);
        }
        SortedMap<String, String> routes = new TreeMap<>();
        lines.stringPropertyNames().forEach(prefix -> routes.put(prefix, lines.getProperty(prefix)));
        return new RoutingTable(routes);
    }

    /** The same table with one more prefix. */
    public RoutingTable with(String prefix, String owner) {
        SortedMap<String, String> routes = new TreeMap<>(ownerByPrefix);
        routes.put(prefix, owner);
        return new RoutingTable(routes);
    }

    /** The owner of a path; empty where there is none, or where the path is not plainly written. */
    public Optional<String> ownerOf(String path) {
        return CROOKED.matcher(path).find() ? Optional.empty() : longestPrefix(path);
    }

    private Optional<String> longestPrefix(String path) {
        String prefix = path;
        while (!ownerByPrefix.containsKey(prefix)) {
            int slash = prefix.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            prefix = prefix.substring(0, slash);
        }
        return Optional.of(ownerByPrefix.get(prefix));
    }
}
