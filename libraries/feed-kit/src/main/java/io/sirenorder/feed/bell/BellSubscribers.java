package io.sirenorder.feed.bell;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The subscribers of this process to the producers' bells. */
@ApplicationScoped
public class BellSubscribers {
    /** Bells ring every second; some may be lost. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Map<String, List<BellSubscriber>> byProducer = new ConcurrentHashMap<>();
    private final Map<String, Long> heardAt = new ConcurrentHashMap<>();
    private volatile long anyAt = System.nanoTime();

    /** Tells {@code subscriber} the head of the producer's feed whenever its bell rings, with news or without. */
    public void listen(String producer, BellSubscriber subscriber) {
        byProducer
                .computeIfAbsent(producer, name -> new CopyOnWriteArrayList<>())
                .add(subscriber);
    }

    /** Whether the producer's bell came in the last seconds, so that its next events will be announced too. */
    public boolean isHeard(String producer) {
        Long at = heardAt.get(producer);
        return at != null && System.nanoTime() - at < SILENCE_NANOS;
    }

    /** The time since any bell came. */
    public double silenceSeconds() {
        return (System.nanoTime() - anyAt) / 1e9;
    }

    /** The connection is lost: no bell comes any more. */
    void silence() {
        heardAt.clear();
    }

    void ring(String producer, long head, Set<String> news) {
        anyAt = System.nanoTime();
        List<BellSubscriber> subscribers = byProducer.get(producer);
        if (subscribers != null) {
            heardAt.put(producer, System.nanoTime());
            subscribers.forEach(subscriber -> subscriber.hear(head, news));
        }
    }
}
