package io.sirenorder.feed.toy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.sirenorder.contracts.Event;
import io.sirenorder.feed.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** Use cases of jars. */
@ApplicationScoped
@WithTransaction
public class JarDesk {
    private static final String MAKE =
            "INSERT INTO jars (id, beans, version) VALUES (:id, 0, 0) ON CONFLICT DO NOTHING";

    private final Outbox outbox;

    JarDesk(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> add(String jar, String mood) {
        return Panache.getSession()
                .call(session ->
                        session.createNativeQuery(MAKE).setParameter("id", jar).executeUpdate())
                .chain(session -> session.find(Jar.class, jar, LockModeType.PESSIMISTIC_WRITE))
                .map(it -> it.add(mood))
                .chain(event -> outbox.add(event, event.beans()));
    }

    public Uni<Void> shake(String jar) {
        return tell(new JarEvent.JarShaken(jar, Instant.now()), 0);
    }

    public Uni<Void> tell(Event event, long version) {
        return outbox.add(event, version);
    }

    /** Changes the jar and fails after its event has been written. */
    public Uni<Void> addAndFail(String jar) {
        return add(jar, "fine").chain(() -> Uni.createFrom().failure(new IllegalStateException("changed its mind")));
    }
}
