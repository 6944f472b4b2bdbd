package io.sirenorder.web;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All files of the pages in memory, under one edition: a digest of their content that stands in the address of each. */
@Singleton
class Pages {
    private static final String ROOT = "pages";

    private final SortedMap<String, byte[]> sources = new TreeMap<>();
    private final Map<String, PageFile> assets;
    private final Map<String, PageFile> documents;
    private final String edition;

    Pages(WebConfig config) throws IOException {
        ClassPathUtils.consumeAsPaths(ROOT, this::read);
        joinScripts();
        edition = Digest.of(sources);
        assets = sources.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> PageFile.of(name, sources.get(name))));
        documents = new Documents(sources, edition, config).all();
    }

    /** Ten hexadecimal digits, the same in every replica that has the same files. */
    String edition() {
        return edition;
    }

    /** A file by its name below the edition, such as {@code kit/api.js}. */
    Optional<PageFile> asset(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** The documents that are revalidated at each visit: a page, its service worker or manifest, by path. */
    Optional<PageFile> document(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    private void read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> put(name(root, file), bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts one script in the place of each page's main.js and its imports; the files of their own stay for tests of the kit. */
    private void joinScripts() {
        Map<String, byte[]> joined = new TreeMap<>();
        for (PagePolicy policy : PagePolicy.values()) {
            String main = policy.page() + "/main.js";
            if (sources.containsKey(main)) {
                joined.put(main, JoinedScript.of(main, sources));
            }
        }
        sources.putAll(joined);
    }

    private void put(String name, byte[] content) {
        sources.put(name, Comments.removed(name, content));
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
