package io.sirenorder.feed.outbox;

import io.sirenorder.feed.Envelope;
import io.sirenorder.feed.Position;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;

/**
 * An event of this service's own feed as it is served.
 *
 * @param json the envelope's text
 */
public record FeedEntry(Position position, String type, Instant at, String json) {
    static FeedEntry of(Row row, String pos, String id, String type) {
        return new FeedEntry(
                new Position(row.getLong(pos), row.getUUID(id)),
                row.getString(type),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("envelope"));
    }

    public Envelope envelope() {
        return Envelope.parse(json);
    }
}
