package io.sirenorder.feed.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The keys that callers have used, and the responses stored under them. */
@ApplicationScoped
class IdempotencyKeys {
    private static final String CLAIM = """
            INSERT INTO idempotency_keys AS held (actor, key, fingerprint, claim) VALUES ($1, $2, $3, $4)
            ON CONFLICT (actor, key) DO UPDATE SET (claim, at) = (
                SELECT excluded.claim, excluded.at
                WHERE held.status IS NULL AND held.fingerprint = excluded.fingerprint
                  AND held.at < now() - make_interval(secs => $5)
                UNION ALL SELECT held.claim, held.at LIMIT 1)
            RETURNING claim, fingerprint, status, content_type, location, body
            """;
    private static final String ANSWER = """
            UPDATE idempotency_keys SET status = $4, content_type = $5, location = $6, body = $7
            WHERE actor = $1 AND key = $2 AND claim = $3
            """;
    private static final String RENEW = """
            UPDATE idempotency_keys SET at = now() WHERE actor = $1 AND key = $2 AND claim = $3 AND status IS NULL
            """;
    private static final String RELEASE =
            "DELETE FROM idempotency_keys WHERE actor = $1 AND key = $2 AND claim = $3 AND status IS NULL";
    private static final String FORGET = """
            DELETE FROM idempotency_keys
            WHERE at < now() - make_interval(secs => $1)
               OR (status IS NULL AND at < now() - make_interval(secs => $2))
            """;

    private final Pool pool;
    private final IdempotencyConfig config;

    IdempotencyKeys(Pool pool, IdempotencyConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Empty when the claim holds, else the answer of the request that held it before. */
    Uni<Optional<StoredResponse>> claim(Claim claim) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(claim.actor(), claim.key(), claim.fingerprint(), claim.id(), seconds(config.lease())))
                .map(rows -> judge(claim, rows.iterator().next()));
    }

    Uni<Void> answer(Claim claim, StoredResponse answer) {
        Tuple values = Tuple.of(claim.actor(), claim.key(), claim.id())
                .addInteger(answer.status())
                .addString(answer.contentType())
                .addString(answer.location())
                .addString(answer.body());
        return pool.preparedQuery(ANSWER).execute(values).replaceWithVoid();
    }

    /** Begins the lease anew, unless the claim has ended. */
    Uni<Void> renew(Claim claim) {
        return change(RENEW, claim);
    }

    Uni<Void> release(Claim claim) {
        return change(RELEASE, claim);
    }

    private Uni<Void> change(String sql, Claim claim) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(claim.actor(), claim.key(), claim.id()))
                .replaceWithVoid();
    }

    /** Forgets old responses, and keys whose request died without one. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(seconds(config.retention()), seconds(config.lease())))
                .replaceWithVoid();
    }

    private static Optional<StoredResponse> judge(Claim claim, Row held) {
        if (!claim.fingerprint().equals(held.getString("fingerprint"))) {
            throw new IdempotencyKeyReused();
        }
        if (claim.id().equals(held.getUUID("claim"))) {
            return Optional.empty();
        }
        if (held.getInteger("status") == null) {
            throw new IdempotencyKeyInFlight();
        }
        return Optional.of(new StoredResponse(
                held.getInteger("status"),
                held.getString("content_type"),
                held.getString("location"),
                held.getString("body")));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
