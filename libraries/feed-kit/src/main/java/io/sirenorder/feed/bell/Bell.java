package io.sirenorder.feed.bell;

import io.quarkus.runtime.StartupEvent;
import io.sirenorder.feed.background.InFlightWork;
import io.sirenorder.feed.background.SingleFlight;
import io.sirenorder.feed.background.Timers;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes over Redis how far this service's feed reaches: when it has grown, and every second, so that a subscriber
 * knows that its connection is alive. Publishing is never waited for, and nothing is lost with a lost message.
 */
@ApplicationScoped
public class Bell {
    static final String CHANNEL = "siren:bell";
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final int TIMEOUT_MILLIS = 200;

    private final AtomicLong head = new AtomicLong();
    private final Set<String> news = ConcurrentHashMap.newKeySet();
    private final SingleFlight ringing;
    private final RedisConnectionSlot connection;
    private final BellSubscribers subscribers;
    private final String self;

    Bell(
            RedisConnectionSlots connections,
            BellSubscribers subscribers,
            InFlightWork inFlight,
            @ConfigProperty(name = "siren.service.name") String self) {
        this.connection = connections.slot();
        this.subscribers = subscribers;
        this.self = self;
        this.ringing = new SingleFlight("the bell", inFlight, this::publish);
    }

    void beat(@Observes StartupEvent start, Timers timers) {
        timers.every(HEARTBEAT, ringing::ask);
    }

    /**
     * The feed has grown to here.
     *
     * @param types of the events that came
     */
    public void ring(long newHead, Set<String> types) {
        head.accumulateAndGet(newHead, Math::max);
        news.addAll(types);
        subscribers.ring(self, newHead, types);
        ringing.ask();
    }

    /** The feed reaches to here according to the database; another replica may have told so already. */
    public void headIs(long seen) {
        head.accumulateAndGet(seen, Math::max);
        subscribers.ring(self, seen, Set.of());
    }

    private Uni<Void> publish() {
        Set<String> types = Set.copyOf(news);
        news.removeAll(types);
        BellMessage ring = new BellMessage(self, head.get(), types);
        Request request = Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(ring.toString());
        return Uni.createFrom()
                .completionStage(() -> connection
                        .use(TIMEOUT_MILLIS, redis -> redis.send(request))
                        .toCompletionStage())
                .replaceWithVoid();
    }
}
