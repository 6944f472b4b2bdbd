package io.sirenorder.store.presence;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.sortedset.ReactiveSortedSetCommands;
import io.quarkus.redis.datasource.sortedset.ScoreRange;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.notification.Presence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The stores with a connected till: a picture refreshed every second for lists and for orders that are paid already,
 * and a fresh look at one store before anybody pays. While Redis is silent the last picture stands for a while.
 */
@ApplicationScoped
public class LiveStores {
    /** As PostgreSQL sorts them: {@link UUID#compareTo} takes half of them for negative. */
    public static final Comparator<UUID> BY_ID = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final Logger LOG = Logger.getLogger(LiveStores.class);
    private static final String STORE = "store:";
    /** A picture that took long to read is read less often: at most a twentieth of the time goes into it. */
    private static final int REST = 20;

    private final ReactiveSortedSetCommands<String, String> sets;
    private final PresenceConfig config;
    private final Clock clock;
    private volatile NavigableSet<UUID> live = new ConcurrentSkipListSet<>(BY_ID);
    private volatile Instant seenAt = Instant.EPOCH;
    private volatile Instant nextAt = Instant.EPOCH;
    private volatile boolean failing;

    LiveStores(ReactiveRedisDataSource redis, PresenceConfig config, Clock clock) {
        this.sets = redis.sortedSet(String.class);
        this.config = config;
        this.clock = clock;
    }

    /** Asks Redis about one store; without an answer, what was known last. */
    public Uni<Liveness> look(StoreId store) {
        if (failing) {
            return Uni.createFrom().item(() -> known(store));
        }
        return sets.zcount(Presence.key(Recipient.store(store)), lapsingLater())
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .map(connections -> noted(store, connections > 0))
                .onFailure()
                .recoverWithItem(() -> known(store));
    }

    /** What the last picture says, without asking anybody. */
    public Liveness known(StoreId store) {
        if (clock.instant().isAfter(seenAt.plus(config.rememberFor()))) {
            return Liveness.UNKNOWN;
        }
        return live.contains(store.value()) ? Liveness.LIVE : Liveness.GONE;
    }

    /** All live stores by id; empty when nobody knows. */
    public NavigableSet<UUID> all() {
        return clock.instant().isAfter(seenAt.plus(config.rememberFor())) ? new ConcurrentSkipListSet<>(BY_ID) : live;
    }

    @Scheduled(every = "${siren.presence.refresh-every:1S}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        Instant start = clock.instant();
        if (start.isBefore(nextAt)) {
            return Uni.createFrom().voidItem();
        }
        return sets.zrangebyscore(Presence.ALL_KEY, lapsingLater())
                .ifNoItem()
                .after(config.refreshEvery().plus(config.timeout()))
                .fail()
                .invoke(members -> picture(members, start))
                .replaceWithVoid()
                .onFailure()
                .invoke(this::lost)
                .onFailure()
                .recoverWithNull();
    }

    private void picture(List<String> members, Instant start) {
        live = members.stream()
                .filter(member -> member.startsWith(STORE))
                .map(member -> UUID.fromString(member.substring(STORE.length())))
                .collect(Collectors.toCollection(() -> new ConcurrentSkipListSet<>(BY_ID)));
        seenAt = clock.instant();
        nextAt = start.plus(Duration.between(start, seenAt).multipliedBy(REST));
        failing = false;
    }

    private void lost(Throwable why) {
        if (!failing) {
            LOG.warnf("presence can't be read, the last picture stands for %s: %s", config.rememberFor(), why);
        }
        failing = true;
    }

    private Liveness noted(StoreId store, boolean connected) {
        if (connected) {
            live.add(store.value());
        } else {
            live.remove(store.value());
        }
        return connected ? Liveness.LIVE : Liveness.GONE;
    }

    private ScoreRange<Double> lapsingLater() {
        return new ScoreRange<>((double) clock.instant().toEpochMilli(), Double.POSITIVE_INFINITY);
    }
}
