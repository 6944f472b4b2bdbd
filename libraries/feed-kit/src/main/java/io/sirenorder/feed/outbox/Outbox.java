package io.sirenorder.feed.outbox;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.Event;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/** Adds events to the transaction of a use case, so that the change and its event are committed together or not at all. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            INSERT INTO outbox_pending (event_id, stream, stream_ver, type, body, at, trace)
            VALUES ($1, $2, $3, $4, $5::text::jsonb, $6, $7)
            """;
    /** The one character that JSON can write and PostgreSQL can't keep, and the one that stands for what can't be shown. */
    private static final String NUL = "\\u0000";

    private static final String REPLACEMENT = "\\ufffd";

    private final Sequencer sequencer;

    Outbox(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    /**
     * Adds an event to the current transaction. The session is flushed first, so that the rows an event depends on are
     * locked before it gets its place; they are {@code @Version}ed or were read for update.
     *
     * @param streamVersion the version of the aggregate after the change
     */
    public Uni<Void> add(Event event, long streamVersion) {
        return add(event, streamVersion, Companion.NONE);
    }

    /** Adds an event as {@link #add(Event, long)} does, and makes other changes in the same statement. */
    public Uni<Void> add(Event event, long streamVersion, Companion companion) {
        return Panache.getSession()
                .call(Mutiny.Session::flush)
                .map(session -> ((MutinySessionImpl) session).unwrap(ReactiveSession.class))
                .call(session ->
                        Uni.createFrom().completionStage(() -> insert(session, event, streamVersion, companion)))
                .invoke(this::sequenceAfterCommit)
                .replaceWithVoid();
    }

    private static CompletionStage<Integer> insert(
            ReactiveSession session, Event event, long version, Companion companion) {
        Object[] row = companion.after(
                UUID.randomUUID(),
                event.stream(),
                version,
                typeOf(event),
                body(event),
                event.at().atOffset(ZoneOffset.UTC),
                TraceContext.current());
        return session.getReactiveConnection().update(companion.before(INSERT), row);
    }

    private void sequenceAfterCommit(ReactiveSession session) {
        session.getReactiveActionQueue().registerProcess((committed, ended) -> {
            if (committed) {
                sequencer.poke();
            }
        });
    }

    /** U+0000 is replaced: an event that the database refuses for its content would undo what it tells of, again and again. */
    private static String body(Event event) {
        try {
            return Tolerant.mapper().writeValueAsString(event).replace(NUL, REPLACEMENT);
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
