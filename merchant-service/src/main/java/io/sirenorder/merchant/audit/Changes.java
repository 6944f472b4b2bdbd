package io.sirenorder.merchant.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Appends and lists changes that people made. */
@ApplicationScoped
public class Changes {
    private static final PageCursor CURSOR = new PageCursor("changes", 1);
    private static final String INSERT = """
            INSERT INTO changes (subject, what, changed_by, before, after, trace)
            VALUES (:subject, :what, :by, cast(cast(:before AS text) AS jsonb), cast(cast(:after AS text) AS jsonb),
              cast(:trace AS text))
            """;
    private static final String LIST = """
            SELECT id, what, changed_by, before::text AS before, after::text AS after, at FROM changes
            WHERE subject = $1 AND id < $2 ORDER BY id DESC LIMIT $3
            """;

    private final Pool pool;

    Changes(Pool pool) {
        this.pool = pool;
    }

    /** Appends a change within the current transaction, which makes it. */
    public Uni<Void> add(MerchantId subject, String what, String by, Map<String, ?> before, Map<String, ?> after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("subject", subject.value())
                        .setParameter("what", what)
                        .setParameter("by", by)
                        .setParameter("before", json(before))
                        .setParameter("after", json(after))
                        .setParameter("trace", TraceContext.current())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The changes of a merchant, newest first. */
    Uni<Page<Change>> of(MerchantId subject, String cursor, PageLimit limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(subject.value(), before(CURSOR, cursor), limit.plusOne()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(Changes::change)
                                .toList(),
                        limit,
                        last -> CURSOR.encode(Long.toString(last.id()))));
    }

    /** The position of a page in a list that counts downwards. */
    static long before(PageCursor list, String cursor) {
        List<String> parts = cursor == null ? List.of(Long.toString(Long.MAX_VALUE)) : list.decode(cursor);
        try {
            return Long.parseLong(parts.get(0));
        } catch (NumberFormatException e) {
            throw PageCursor.invalid();
        }
    }

    private static Change change(Row row) {
        return new Change(
                row.getLong("id"),
                row.getString("what"),
                row.getString("changed_by"),
                tree(row.getString("before")),
                tree(row.getString("after")),
                row.getOffsetDateTime("at").toInstant());
    }

    private static String json(Map<String, ?> members) {
        try {
            return Tolerant.mapper().writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a change that can't be written", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Tolerant.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change that can't be read", e);
        }
    }
}
