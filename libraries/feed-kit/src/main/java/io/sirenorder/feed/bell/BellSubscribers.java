package io.sirenorder.feed.bell;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who in this process wants to know how far which producer's feed reaches. */
@ApplicationScoped
public class BellSubscribers {
    private final Map<String, List<BellSubscriber>> byProducer = new ConcurrentHashMap<>();

    /** Tells {@code ear} the head of the producer's feed whenever it is heard, news or not. */
    public void listen(String producer, BellSubscriber ear) {
        byProducer
                .computeIfAbsent(producer, name -> new CopyOnWriteArrayList<>())
                .add(ear);
    }

    void hear(String producer, long head, Set<String> news) {
        byProducer.getOrDefault(producer, List.of()).forEach(ear -> ear.hear(head, news));
    }
}
