package io.sirenorder.bench;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The distribution of durations of one kind of work. */
final class Latency {
    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;

    private final String name;
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    Latency(String name) {
        this.name = name;
    }

    void record(long nanos) {
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000)));
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    String line() {
        return "  %-22s n %6d   p50 %8.1f ms   p90 %8.1f ms   p99 %8.1f ms   max %8.1f ms"
                .formatted(
                        name,
                        micros.getTotalCount(),
                        millisAt(50),
                        millisAt(90),
                        millisAt(99),
                        micros.getMaxValue() / 1_000.0);
    }
}
