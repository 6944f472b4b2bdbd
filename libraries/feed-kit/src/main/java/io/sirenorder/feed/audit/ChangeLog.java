package io.sirenorder.feed.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
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
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Appends and lists changes that people made, with the values before and after, in a service's own table {@code changes}. An
 * entry commits together with its change or not at all.
 */
@ApplicationScoped
public class ChangeLog {
    private static final PageCursor CURSOR = new PageCursor("changes", 1);
    private static final TypeReference<Map<String, JsonNode>> MEMBERS = new TypeReference<>() {};
    private static final String INSERT = """
            INSERT INTO changes (subject, what, changed_by, before, after, trace)
            VALUES (:subject, :what, :by, cast(cast(:before AS text) AS jsonb), cast(cast(:after AS text) AS jsonb),
              cast(:trace AS text))
            """;
    private static final String LIST = """
            SELECT id, what, changed_by, before::text AS before, after::text AS after, at, trace FROM changes
            WHERE subject = $1 AND id < $2 ORDER BY id DESC LIMIT $3
            """;

    private final Pool pool;

    ChangeLog(Pool pool) {
        this.pool = pool;
    }

    /**
     * Appends the members that differ, within the current transaction, which changes them; nothing where none does.
     *
     * @param before written as JSON object; null where there was nothing
     * @param after the same; null where nothing is left
     */
    public Uni<Void> addDifference(Object subject, String what, String by, Object before, Object after) {
        Map<String, JsonNode> old = members(before);
        Map<String, JsonNode> current = members(after);
        Map<String, JsonNode> was = without(old, current);
        Map<String, JsonNode> is = without(current, old);
        return was.isEmpty() && is.isEmpty() ? Uni.createFrom().voidItem() : add(subject, what, by, was, is);
    }

    private static Map<String, JsonNode> members(Object value) {
        return value == null ? Map.of() : Tolerant.mapper().convertValue(value, MEMBERS);
    }

    private static Map<String, JsonNode> without(Map<String, JsonNode> members, Map<String, JsonNode> others) {
        Map<String, JsonNode> left = new TreeMap<>(members);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    /**
     * Appends a change within the current transaction, which makes it.
     *
     * @param subject key of the changed thing, of the type of the table's column {@code subject}
     */
    public Uni<Void> add(Object subject, String what, String by, Map<String, ?> before, Map<String, ?> after) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("subject", subject)
                        .setParameter("what", what)
                        .setParameter("by", by)
                        .setParameter("before", json(before))
                        .setParameter("after", json(after))
                        .setParameter("trace", TraceContext.current())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The changes of a subject, newest first. */
    public Uni<Page<Change>> of(Object subject, String cursor, PageLimit limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(subject, before(CURSOR, cursor), limit.plusOne()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ChangeLog::change)
                                .toList(),
                        limit,
                        last -> CURSOR.encode(Long.toString(last.id()))));
    }

    /** The position of a page in a list that counts downwards. */
    public static long before(PageCursor list, String cursor) {
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
                row.getOffsetDateTime("at").toInstant(),
                row.getString("trace"));
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
