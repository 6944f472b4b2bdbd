package io.sirenorder.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine, JVM and commit of a measurement. */
record Machine(String cpu, int cores, long memoryGib, String java, String commit, String load) {

    static Machine here() {
        return new Machine(
                valueIn("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                valueIn("/proc/meminfo", "MemTotal")
                        .map(kib -> Long.parseLong(kib.replaceAll("\\D", "")) >> 20)
                        .orElse(0L),
                System.getProperty("java.vm.version"),
                commitOf(Path.of("").toAbsolutePath()),
                firstLine(Path.of("/proc/loadavg")));
    }

    String line() {
        return "machine  %s, %d cores, %d GiB, JVM %s, load before %s, commit %s"
                .formatted(cpu, cores, memoryGib, java, load, commit);
    }

    private static Optional<String> valueIn(String file, String key) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "unknown";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commitOf(Path directory) {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? commit : "unknown";
        } catch (IOException e) {
            return "unknown (" + e.getMessage() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
