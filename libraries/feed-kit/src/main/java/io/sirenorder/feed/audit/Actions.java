package io.sirenorder.feed.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sirenorder.kit.json.Tolerant;
import io.sirenorder.kit.page.Page;
import io.sirenorder.kit.page.PageCursor;
import io.sirenorder.kit.page.PageLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Appends and lists actions; none is ever changed, and the oldest are deleted in the end. */
@ApplicationScoped
class Actions {
    private static final TypeReference<Map<String, String>> SUBJECT = new TypeReference<>() {};
    private static final String INSERT = """
            INSERT INTO actions (role, by, what, subject, network, status, trace) VALUES ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String LIST = """
            SELECT id, at, role, by, what, subject, network, status, trace FROM actions
            WHERE id < $1 AND ($2::text IS NULL OR by = $2) AND ($3::text IS NULL OR what = $3)
            ORDER BY id DESC LIMIT $4""";
    private static final PageCursor CURSOR = new PageCursor("actions", 1);

    private final Pool pool;

    Actions(Pool pool) {
        this.pool = pool;
    }

    /** An action that is not stored yet. */
    record Entry(
            String role,
            String by,
            String what,
            Map<String, String> subject,
            String network,
            int status,
            String trace) {}

    Uni<Void> add(Entry entry) {
        return pool.preparedQuery(INSERT)
                .execute(Tuple.from(List.of(
                                entry.role(),
                                entry.by(),
                                entry.what(),
                                json(entry.subject()),
                                entry.network(),
                                entry.status()))
                        .addValue(entry.trace()))
                .replaceWithVoid();
    }

    /** The newest first; {@code by} and {@code what} narrow the list where they are given. */
    Uni<Page<Action>> page(String by, String what, String cursor, PageLimit limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(before(cursor), by, what, limit.plusOne()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(Actions::action)
                                .toList(),
                        limit,
                        last -> CURSOR.encode(Long.toString(last.id()))));
    }

    private static long before(String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(CURSOR.decode(cursor).get(0));
        } catch (NumberFormatException e) {
            throw PageCursor.invalid();
        }
    }

    private static Action action(Row row) {
        return new Action(
                row.getLong("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("role"),
                row.getString("by"),
                row.getString("what"),
                subject(row.getString("subject")),
                row.getString("network"),
                row.getInteger("status"),
                row.getString("trace"));
    }

    private static String json(Map<String, String> subject) {
        try {
            return Tolerant.mapper().writeValueAsString(subject);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a subject that can't be written", e);
        }
    }

    private static Map<String, String> subject(String json) {
        try {
            return Tolerant.mapper().readValue(json, SUBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a subject that can't be read", e);
        }
    }
}
