package io.sirenorder.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The JVM that runs the services: the one that {@code -Dsiren.java.home} names, else the launcher's own.
 *
 * <p>JDK 25 and newer read an ahead-of-time cache (JEP 483, 514 and 515) of loaded classes and method profiles where a
 * training run left one beside the program; a cache of another build or another JDK is ignored by the JVM.
 *
 * @param home of the JDK
 * @param feature release of the JDK, 25 for example
 */
record ServiceJvm(Path home, int feature) {
    static final String CACHE = "app.aot";

    private static final int FIRST_WITH_CACHE = 25;
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final List<String> SMALL_FOOTPRINT =
            List.of("-Xms32m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");

    static ServiceJvm chosen() {
        Path own = Path.of(System.getProperty("java.home"));
        return in(Path.of(System.getProperty("siren.java.home", own.toString())));
    }

    /** Reads the release file of a JDK. */
    static ServiceJvm in(Path home) {
        Properties release = new Properties();
        try (InputStream file = Files.newInputStream(home.resolve("release"))) {
            release.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(home + " is no JDK", e);
        }
        String version = release.getProperty("JAVA_VERSION", "17").replace("\"", "");
        return new ServiceJvm(home, Runtime.Version.parse(version).feature());
    }

    boolean readsCaches() {
        return feature >= FIRST_WITH_CACHE;
    }

    /**
     * Begins a command line.
     *
     * @param cache file of the program's ahead-of-time cache, to be read where it exists, or to be written
     */
    List<String> command(JvmMode mode, String heap, Path cache) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.add(heap);
        command.addAll(mode == JvmMode.QUICK_START ? QUICK_START : SMALL_FOOTPRINT);
        if (readsCaches() && mode == JvmMode.TRAINING) {
            command.add("-XX:AOTCacheOutput=" + cache);
        } else if (readsCaches() && Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error"));
        }
        return command;
    }
}
