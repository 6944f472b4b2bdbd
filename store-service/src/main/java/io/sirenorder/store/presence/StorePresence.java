package io.sirenorder.store.presence;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.sortedset.ReactiveSortedSetCommands;
import io.quarkus.redis.datasource.sortedset.ScoreRange;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.contracts.notification.Presence;
import io.sirenorder.feed.time.DatabaseClock;
import io.sirenorder.kit.client.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
 * and a fresh look at one store before a buyer pays. While Redis is silent the last picture stands for a while, and so
 * it does when Redis has lost its memory, until the gateways have had time to report anew.
 */
@ApplicationScoped
public class StorePresence {
    /** The order in which PostgreSQL sorts ids; {@link UUID#compareTo} takes half of them for negative. */
    public static final Comparator<UUID> BY_ID = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final Logger LOG = Logger.getLogger(StorePresence.class);
    private static final String STORE = "store:";
    /** A larger picture is read less often: so many stores cost one period more. */
    private static final int STORES_PER_PERIOD = 20_000;

    private final ReactiveSortedSetCommands<String, String> sets;
    private final ReactiveValueCommands<String, String> values;
    private final PresenceConfig config;
    /** Of this machine, for the age of what this machine saw. */
    private final Clock clock;
    /** For the times that gateways wrote, which all replicas have to judge alike. */
    private final DatabaseClock shared;

    private volatile NavigableSet<UUID> live = new ConcurrentSkipListSet<>(BY_ID);
    private volatile Instant seenAt = Instant.EPOCH;
    private volatile Instant nextAt = Instant.EPOCH;
    private volatile Instant amnesiaEnds = Instant.EPOCH;
    private volatile String epoch;
    private volatile boolean failing;

    StorePresence(ReactiveRedisDataSource redis, PresenceConfig config, Clock clock, DatabaseClock shared) {
        this.sets = redis.sortedSet(String.class);
        this.values = redis.value(String.class);
        this.config = config;
        this.clock = clock;
        this.shared = shared;
    }

    /** Asks Redis about one store; without an answer, what was known last. */
    public Uni<Liveness> look(StoreId store) {
        if (failing) {
            return Uni.createFrom().item(() -> known(store));
        }
        return CallerContext.after(sets.zcount(Presence.key(Recipient.store(store)), lapsingLater())
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .map(connections -> noted(store, connections > 0))
                .onFailure()
                .recoverWithItem(() -> known(store)));
    }

    /** Liveness by the last picture, without a look at Redis. */
    public Liveness known(StoreId store) {
        if (clock.instant().isAfter(seenAt.plus(config.rememberFor()))) {
            return Liveness.UNKNOWN;
        }
        return live.contains(store.value()) ? Liveness.LIVE : Liveness.GONE;
    }

    /**
     * Liveness by the last picture; GONE only after another look, since a till may just have connected. The look
     * takes no longer than its time-out, and what it finds is {@link #known} from then on.
     */
    public Uni<Liveness> reach(StoreId store) {
        Liveness known = known(store);
        return known == Liveness.GONE ? look(store) : Uni.createFrom().item(known);
    }

    /** All live stores by id; empty when the last picture is too old. */
    public NavigableSet<UUID> all() {
        return clock.instant().isAfter(seenAt.plus(config.rememberFor())) ? new ConcurrentSkipListSet<>(BY_ID) : live;
    }

    @Scheduled(every = "${siren.presence.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        Instant start = clock.instant();
        if (start.isBefore(nextAt)) {
            return Uni.createFrom().voidItem();
        }
        return values.get(Mailbox.EPOCH_KEY)
                .chain(dataSet -> sets.zrangebyscore(Presence.ALL_KEY, lapsingLater())
                        .invoke(members -> picture(dataSet, members, start)))
                .ifNoItem()
                .after(config.refreshEvery().plus(config.timeout()))
                .fail()
                .replaceWithVoid()
                .onFailure()
                .invoke(this::lost)
                .onFailure()
                .recoverWithNull();
    }

    private void picture(String dataSet, List<String> members, Instant start) {
        NavigableSet<UUID> here = members.stream()
                .filter(member -> member.startsWith(STORE))
                .map(member -> UUID.fromString(member.substring(STORE.length())))
                .collect(Collectors.toCollection(() -> new ConcurrentSkipListSet<>(BY_ID)));
        seenAt = clock.instant();
        notice(dataSet);
        if (isAmnesic()) {
            here.addAll(live);
        }
        live = here;
        nextAt = start.plus(config.refreshEvery().multipliedBy(members.size() / STORES_PER_PERIOD));
        failing = false;
    }

    /** Another data set, or none yet, after one that was known. */
    private void notice(String dataSet) {
        if (epoch != null && !epoch.equals(dataSet)) {
            amnesiaEnds = seenAt.plus(config.rememberFor());
        }
        if (dataSet != null) {
            epoch = dataSet;
        }
    }

    /** The data set of Redis that was seen last, or null. */
    String epoch() {
        return epoch;
    }

    private boolean isAmnesic() {
        return clock.instant().isBefore(amnesiaEnds);
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
        } else if (!isAmnesic()) {
            live.remove(store.value());
        }
        return live.contains(store.value()) ? Liveness.LIVE : Liveness.GONE;
    }

    private ScoreRange<Double> lapsingLater() {
        return new ScoreRange<>((double) shared.now().toEpochMilli(), Double.POSITIVE_INFINITY);
    }
}
