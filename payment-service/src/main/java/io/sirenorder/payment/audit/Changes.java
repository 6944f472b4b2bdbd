package io.sirenorder.payment.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The append-only log of changes by hand, written in the transaction of the change itself. */
@ApplicationScoped
public class Changes {
    private static final String INSERT = """
            INSERT INTO changes (at, by, subject, before, after, trace)
            VALUES (now(), :by, :subject, cast(:before AS text), cast(:after AS text), cast(:trace AS text))""";

    /**
     * Adds a change to the current transaction.
     *
     * @param by the operator, as {@code operator:DIGEST}
     * @param subject the changed thing, as {@code refund:ID}
     * @param before its state as clients see it, and {@code after} likewise
     */
    public Uni<Void> add(String by, String subject, Object before, Object after) {
        return Panache.getSession()
                .call(session -> session.flush())
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("by", by)
                        .setParameter("subject", subject)
                        .setParameter("before", json(before))
                        .setParameter("after", json(after))
                        .setParameter("trace", TraceContext.current())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String json(Object value) {
        try {
            return Tolerant.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }
}
