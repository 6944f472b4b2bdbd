package io.sirenorder.feed.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.sirenorder.feed.background.PollingLoop;
import io.sirenorder.feed.bell.BellSubscribers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** All that this service hears: starts and wakes the hearing of each listener. */
@ApplicationScoped
public class Consumers {
    private final List<Progress> progress = new ArrayList<>();

    void start(
            @Observes StartupEvent start,
            @All List<FeedListener> listeners,
            FeedSources sources,
            Surroundings around,
            BellSubscribers ears,
            MeterRegistry meters) {
        for (FeedListener listener : listeners) {
            if (progress.stream().anyMatch(other -> other.consumer().equals(listener.name()))) {
                throw new IllegalStateException("two listeners would share the cursor " + listener.name());
            }
            Progress own = new Progress(listener.name(), meters, around.clock());
            FeedConsumer hearing = new FeedConsumer(listener, sources.of(listener.producer()), own, around);
            go(listener, new PollingLoop("hearing " + listener.name(), around.pace(), hearing::round), own, ears);
        }
    }

    List<Progress> progress() {
        return progress;
    }

    private void go(FeedListener listener, PollingLoop own, Progress itsProgress, BellSubscribers ears) {
        progress.add(itsProgress);
        Reactions reactions = listener.reactions();
        ears.listen(listener.producer(), (head, news) -> {
            if (itsProgress.isNews(head) && (news.isEmpty() || news.stream().anyMatch(reactions::concern))) {
                own.wake();
            }
        });
        own.wake();
    }
}
