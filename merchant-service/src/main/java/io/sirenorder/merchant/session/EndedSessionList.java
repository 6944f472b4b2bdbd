package io.sirenorder.merchant.session;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.merchant.EndedSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Reads the sessions that ended of late, for services without a feed. */
@ApplicationScoped
class EndedSessionList {
    private static final String SINCE = """
            SELECT merchant_id, sid, before, at FROM ended_sessions
            WHERE at >= greatest($1, now() - interval '1 hour') ORDER BY at, id
            """;

    private final Pool pool;

    EndedSessionList(Pool pool) {
        this.pool = pool;
    }

    /** Oldest first, of the last hour at most. */
    Uni<List<EndedSession>> since(Instant moment) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EndedSessionList::ended)
                        .toList());
    }

    private static EndedSession ended(Row row) {
        return new EndedSession(
                new MerchantId(row.getUUID("merchant_id")),
                row.getOffsetDateTime("before").toInstant(),
                Objects.toString(row.getUUID("sid"), null),
                row.getOffsetDateTime("at").toInstant());
    }
}
