package io.sirenorder.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command lines of the services' JVMs, with and without an ahead-of-time cache. */
class ServiceJvmTest {
    @TempDir
    private Path directory;

    private ServiceJvm jdk(String version) throws IOException {
        Files.writeString(directory.resolve("release"), "IMPLEMENTOR=\"a vendor\"\nJAVA_VERSION=\"" + version + "\"\n");
        return ServiceJvm.in(directory);
    }

    private Path cache(boolean exists) throws IOException {
        Path cache = directory.resolve(ServiceJvm.CACHE);
        return exists ? Files.writeString(cache, "classes") : cache;
    }

    private static boolean mentions(List<String> command, String option) {
        return command.stream().anyMatch(word -> word.startsWith(option));
    }

    @Test
    void a_jdk_25_reads_the_cache_that_a_training_run_left() throws IOException {
        List<String> command = jdk("25.0.1").command(JvmMode.QUICK_START, "-Xmx256m", cache(true));
        assertTrue(command.contains("-XX:AOTCache=" + directory.resolve("app.aot")));
        assertEquals(directory.resolve("bin/java").toString(), command.get(0));
    }

    @Test
    void a_jdk_25_starts_without_a_cache_where_none_was_left() throws IOException {
        assertFalse(mentions(jdk("25").command(JvmMode.PRODUCTION, "-Xmx256m", cache(false)), "-XX:AOT"));
    }

    @Test
    void an_older_jdk_ignores_caches() throws IOException {
        assertFalse(mentions(jdk("17.0.15").command(JvmMode.PRODUCTION, "-Xmx256m", cache(true)), "-XX:AOT"));
        assertFalse(mentions(jdk("21").command(JvmMode.TRAINING, "-Xmx256m", cache(false)), "-XX:AOT"));
    }

    @Test
    void a_training_run_writes_the_cache_anew_with_both_compilers() throws IOException {
        List<String> command = jdk("26-ea").command(JvmMode.TRAINING, "-Xmx256m", cache(true));
        assertTrue(mentions(command, "-XX:AOTCacheOutput="));
        assertFalse(mentions(command, "-XX:AOTCache="));
        assertFalse(mentions(command, "-XX:TieredStopAtLevel"));
    }

    @Test
    void a_directory_without_a_release_file_is_refused() {
        assertThrows(UncheckedIOException.class, () -> ServiceJvm.in(directory.resolve("elsewhere")));
    }
}
