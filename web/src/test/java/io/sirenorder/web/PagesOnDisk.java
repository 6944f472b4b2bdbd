package io.sirenorder.web;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** Our own scripts, by name. */
    static SortedMap<String, String> scripts() {
        SortedMap<String, String> scripts = files(".js");
        scripts.keySet().removeIf(name -> name.startsWith("lit-html/"));
        return scripts;
    }

    /** Texts of all files that end so, by name. */
    static SortedMap<String, String> files(String ending) {
        SortedMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(BUILT)) {
            all.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> found.put(BUILT.relativize(file).toString().replace('\\', '/'), text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that shows the encoding of what it is sent. */
    static RestAssuredConfig raw() {
        return RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }
}
