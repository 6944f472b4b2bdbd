package io.sirenorder.feed.bell;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Who in this process wants to know how far which producer's feed reaches. */
@ApplicationScoped
public class Ears {
    private final Map<String, List<LongConsumer>> byProducer = new ConcurrentHashMap<>();

    /** Tells {@code ear} the head of the producer's feed whenever it is heard, news or not. */
    public void listen(String producer, LongConsumer ear) {
        byProducer
                .computeIfAbsent(producer, name -> new CopyOnWriteArrayList<>())
                .add(ear);
    }

    void hear(String producer, long head) {
        byProducer.getOrDefault(producer, List.of()).forEach(ear -> ear.accept(head));
    }
}
