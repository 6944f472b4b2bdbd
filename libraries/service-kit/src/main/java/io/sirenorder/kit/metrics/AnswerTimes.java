package io.sirenorder.kit.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Publishes the times of HTTP answers in buckets, from which Prometheus computes quantiles over all replicas. */
class AnswerTimes {
    private static final String METER = "http.server.requests";
    private static final double[] BUCKETS_MILLIS = {10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000};

    @Produces
    @Singleton
    MeterFilter buckets() {
        double[] nanos = DoubleStream.of(BUCKETS_MILLIS)
                .map(millis -> millis * Duration.ofMillis(1).toNanos())
                .toArray();
        DistributionStatisticConfig inBuckets = DistributionStatisticConfig.builder()
                .serviceLevelObjectives(nanos)
                .build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(METER) ? inBuckets.merge(config) : config;
            }
        };
    }
}
