package io.sirenorder.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this repository, as the manifests' claims are held against them. */
final class Repository {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");
    static final List<String> SERVICES = List.of("merchant", "store", "coupon", "payment");

    private Repository() {}

    /** The module of the program that others call so. */
    static String module(String program) {
        return switch (program) {
            case "gateway" -> "notification-gateway";
            case "web" -> "web";
            default -> program + "-service";
        };
    }

    /** The directory of a module: a program of its own at the top, or one of the libraries. */
    static Path directory(String module) {
        Path library = ROOT.resolve("libraries").resolve(module);
        return Files.isDirectory(library) ? library : ROOT.resolve(module);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below that end so, outside of build directories. */
    static List<Path> files(Path below, String ending) {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java sources that make up a program: its own and the kits'. */
    static String sources(String... modules) {
        return sourceFiles(modules).collect(Collectors.joining("\n"));
    }

    /** The text of each. */
    static Stream<String> sourceFiles(String... modules) {
        return Stream.of(modules)
                .map(module -> directory(module).resolve("src/main"))
                .flatMap(main -> files(main, ".java").stream())
                .map(Repository::text);
    }
}
