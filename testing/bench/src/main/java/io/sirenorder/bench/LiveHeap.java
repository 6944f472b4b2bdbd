package io.sirenorder.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of live objects of another JVM, counted by {@code jcmd} after a full collection. */
final class LiveHeap {
    private static final String TOTAL = "Total";
    /** Bytes that a collection leaves between objects, so that it need not move them. */
    private static final String FILLER = "FillerElement";

    private static final int BYTES = 2;

    private LiveHeap() {}

    /** Stops the JVM for the time of a full collection; fails if it can't be attached to. */
    static long of(long pid) {
        String histogram = run(Long.toString(pid), "GC.class_histogram");
        if (!histogram.contains(TOTAL)) {
            throw new IllegalStateException("process " + pid + " tells no histogram: " + histogram);
        }
        return bytesIn(histogram);
    }

    static long bytesIn(String histogram) {
        return bytesOf(histogram, TOTAL) - bytesOf(histogram, FILLER);
    }

    private static long bytesOf(String histogram, String word) {
        return histogram
                .lines()
                .filter(line -> line.contains(word))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[BYTES]))
                .sum();
    }

    private static String run(String... words) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), words[0], words[1])
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
