package io.sirenorder.gateway.command;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.kit.time.Backoff;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Acknowledged keys of one recipient that their owner has not taken yet, with their times. Guarded by its holder. */
final class AckBundle {
    private final Recipient recipient;
    private final Map<String, Long> sinceByKey = new LinkedHashMap<>();
    private int failures;

    AckBundle(Recipient recipient) {
        this.recipient = recipient;
    }

    Recipient recipient() {
        return recipient;
    }

    boolean isEmpty() {
        return sinceByKey.isEmpty();
    }

    /** False if it waits already. */
    boolean add(String key, long nanoTime) {
        return sinceByKey.putIfAbsent(key, nanoTime) == null;
    }

    Map<String, Long> first(int most) {
        Map<String, Long> some = new LinkedHashMap<>();
        for (Map.Entry<String, Long> each : sinceByKey.entrySet()) {
            if (some.size() == most) {
                break;
            }
            some.put(each.getKey(), each.getValue());
        }
        return some;
    }

    int remove(Collection<String> keys) {
        int before = sinceByKey.size();
        sinceByKey.keySet().removeAll(keys);
        return before - sinceByKey.size();
    }

    int dropOlderThan(long nanoTime) {
        int before = sinceByKey.size();
        sinceByKey.values().removeIf(since -> since - nanoTime < 0);
        return before - sinceByKey.size();
    }

    void succeeded() {
        failures = 0;
    }

    /** Counts a failure and returns the time to wait after it. */
    Duration failed(Backoff backoff) {
        failures++;
        return backoff.after(failures);
    }
}
