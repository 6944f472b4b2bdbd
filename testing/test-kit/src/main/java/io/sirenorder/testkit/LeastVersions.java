package io.sirenorder.testkit;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The oldest versions of libraries in which no fault is known that a stranger could use, as {@code least-versions.properties}
 * lists them with the faults, compared with the libraries of a class path.
 */
public final class LeastVersions {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d+(?:\\.\\d+)*)[^/]*\\.jar");

    private final Properties least = new Properties();

    private LeastVersions() {
        try (InputStream file = LeastVersions.class.getResourceAsStream("/least-versions.properties")) {
            least.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class path of the tests of the module at hand, as Maven resolved it. */
    public static List<String> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(path.split(File.pathSeparator));
    }

    /** Libraries that are older than they may be, by file name. */
    public static List<String> tooOld(List<String> classPath) {
        LeastVersions versions = new LeastVersions();
        return names(classPath).filter(versions::isTooOld).toList();
    }

    /** Listed libraries that the class path has, by artifact. */
    public static List<String> checked(List<String> classPath) {
        Properties listed = new LeastVersions().least;
        return names(classPath)
                .map(JAR::matcher)
                .filter(Matcher::matches)
                .map(jar -> jar.group(1))
                .filter(listed::containsKey)
                .sorted()
                .toList();
    }

    private static Stream<String> names(List<String> classPath) {
        return classPath.stream().map(entry -> String.valueOf(Path.of(entry).getFileName()));
    }

    private boolean isTooOld(String name) {
        Matcher jar = JAR.matcher(name);
        String bound = jar.matches() ? least.getProperty(jar.group(1)) : null;
        return bound != null && Arrays.compare(numbers(jar.group(2)), numbers(bound)) < 0;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
