package io.sirenorder.feed.toy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.feed.consumer.TooEarly;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes down what was heard; some moods make it fail after it has written. */
@ApplicationScoped
public class Shelf {
    private static final String WRITE = """
            INSERT INTO effects (consumer, jar, beans, trace_id) VALUES (:consumer, :jar, :beans, cast(:trace AS text))
            """;

    private final Moods moods;

    Shelf(Moods moods) {
        this.moods = moods;
    }

    public Uni<Void> write(String consumer, JarEvent.BeanAdded event) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WRITE)
                        .setParameter("consumer", consumer)
                        .setParameter("jar", event.jar())
                        .setParameter("beans", event.beans())
                        .setParameter("trace", TraceContext.traceId())
                        .executeUpdate())
                .chain(() -> feel(event.mood()));
    }

    private Uni<Void> feel(String mood) {
        if (!moods.isUnbearable(mood)) {
            return Uni.createFrom().voidItem();
        }
        return switch (mood) {
            case "hollow" -> Uni.createFrom().failure(new IllegalStateException("can't bear \0"));
            case "early" -> Uni.createFrom().failure(new TooEarly("another bean"));
            case "deadly" -> {
                moods.bear(mood);
                yield Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "SELECT pg_terminate_backend(pg_backend_pid())", Boolean.class)
                                .getSingleResult())
                        .replaceWithVoid();
            }
            default -> Uni.createFrom().failure(new IllegalStateException("can't bear it"));
        };
    }
}
