package io.sirenorder.web;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the pages as the build has laid them out, and the repository around them. */
final class PagesOnDisk {
    static final Path BUILT = Path.of("target/classes/pages");
    static final Path REPOSITORY = Path.of("..");

    private PagesOnDisk() {}

    /** Paths of the documents that exist. */
    static Stream<String> documents() {
        return Arrays.stream(PagePolicy.values())
                .filter(policy -> Files.exists(BUILT.resolve(policy.page() + ".html")))
                .map(PagePolicy::path);
    }

    /** Our own scripts as they are served, by name. */
    static SortedMap<String, String> scripts() {
        SortedMap<String, String> scripts = new TreeMap<>();
        bytes().forEach((name, content) -> scripts.put(name, new String(content, StandardCharsets.UTF_8)));
        scripts.keySet().removeIf(name -> !name.endsWith(".js"));
        scripts.keySet().removeIf(name -> name.startsWith("lit-html/"));
        return scripts;
    }

    /** Texts of all files that end so, by name. */
    static SortedMap<String, String> files(String ending) {
        SortedMap<String, String> found = new TreeMap<>();
        below(BUILT, ending).forEach(file -> found.put(name(file), text(file)));
        return found;
    }

    /** Contents of all files as they are served, by name. */
    static SortedMap<String, byte[]> bytes() {
        SortedMap<String, byte[]> found = new TreeMap<>();
        below(BUILT, "").forEach(file -> found.put(name(file), Comments.removed(name(file), content(file))));
        return found;
    }

    /** One script as it is served where no other is joined with it. */
    static String script(String name) {
        return new String(Comments.removed(name, content(BUILT.resolve(name))), StandardCharsets.UTF_8);
    }

    static boolean exists(String name) {
        return Files.isRegularFile(BUILT.resolve(name));
    }

    /** Files in a directory and below whose names end so. */
    static Stream<Path> below(Path directory, String ending) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return BUILT.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        return new String(content(file), StandardCharsets.UTF_8);
    }

    /** A client that shows the encoding of what it is sent. */
    static RestAssuredConfig raw() {
        return RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }
}
