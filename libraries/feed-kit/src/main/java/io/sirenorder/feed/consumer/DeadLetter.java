package io.sirenorder.feed.consumer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.sirenorder.feed.Envelope;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * An event whose effect failed, or a later one of the same stream.
 *
 * @param state RETRYING, EARLY (needs another event first), QUEUED (behind another of its stream) or PARKED (until replayed)
 * @param tries failed retries
 * @param heardAt when it failed for the first time
 */
public record DeadLetter(
        long id,
        String consumer,
        String stream,
        String type,
        String state,
        int tries,
        @Nullable String reason,
        Instant heardAt,
        Instant nextTryAt,
        @JsonIgnore boolean due,
        @JsonIgnore Envelope envelope) {
    static final String COLUMNS = "id, consumer, stream, type, state, tries, reason, heard_at, next_try_at,"
            + " next_try_at <= now() AS due, envelope::text AS envelope";

    static DeadLetter of(Row row) {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("consumer"),
                row.getString("stream"),
                row.getString("type"),
                row.getString("state"),
                row.getInteger("tries"),
                row.getString("reason"),
                row.getOffsetDateTime("heard_at").toInstant(),
                row.getOffsetDateTime("next_try_at").toInstant(),
                row.getBoolean("due"),
                Envelope.parse(row.getString("envelope")));
    }
}
