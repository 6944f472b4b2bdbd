package io.sirenorder.feed.outbox;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.Event;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/** Where a use case lays down what happened: in its own transaction, so that both are true or neither. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            INSERT INTO outbox_pending (event_id, stream, stream_ver, type, body, at, trace)
            VALUES (:id, :stream, :version, :type, cast(cast(:body AS text) AS jsonb), :at, cast(:trace AS text))
            """;

    private final Sequencer stamper;

    Outbox(Sequencer stamper) {
        this.stamper = stamper;
    }

    /**
     * Adds an event to the current transaction. What the session holds is flushed first, so that the rows an event
     * depends on are locked before it gets its place; they are {@code @Version}ed or were read for update.
     *
     * @param streamVersion the version of the aggregate after the change
     */
    public Uni<Void> add(Event event, long streamVersion) {
        return Panache.getSession()
                .call(Mutiny.Session::flush)
                .call(session -> insert(session, event, streamVersion))
                .invoke(this::stampAfterCommit)
                .replaceWithVoid();
    }

    private Uni<Integer> insert(Mutiny.Session session, Event event, long version) {
        return session.createNativeQuery(INSERT)
                .setParameter("id", UUID.randomUUID())
                .setParameter("stream", event.stream())
                .setParameter("version", version)
                .setParameter("type", typeOf(event))
                .setParameter("body", body(event))
                .setParameter("at", event.at())
                .setParameter("trace", TraceContext.current())
                .executeUpdate();
    }

    private void stampAfterCommit(Mutiny.Session session) {
        ((MutinySessionImpl) session)
                .unwrap(ReactiveSession.class)
                .getReactiveActionQueue()
                .registerProcess((committed, ended) -> {
                    if (committed) {
                        stamper.poke();
                    }
                });
    }

    private static String body(Event event) {
        try {
            return Tolerant.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that can't be written: " + event.getClass(), e);
        }
    }

    private static String typeOf(Event event) {
        JsonTypeName name = event.getClass().getAnnotation(JsonTypeName.class);
        if (name == null) {
            throw new IllegalArgumentException("an event without a wire name: " + event.getClass());
        }
        return name.value();
    }
}
