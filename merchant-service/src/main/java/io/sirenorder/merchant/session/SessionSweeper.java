package io.sirenorder.merchant.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes ended tokens and windows, ended sessions after a day, and networks not seen for 90 days. */
@ApplicationScoped
class SessionSweeper {
    private final Pool pool;

    SessionSweeper(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.query("DELETE FROM refresh_tokens WHERE expires_at < now()")
                .execute()
                .chain(() -> pool.query("DELETE FROM failed_logins WHERE window_end < now()")
                        .execute())
                .chain(() -> pool.query("DELETE FROM known_addresses WHERE last_seen < now() - interval '90 days'")
                        .execute())
                .chain(() -> pool.query("DELETE FROM registration_limits WHERE window_end < now()")
                        .execute())
                .chain(() -> pool.query("DELETE FROM ended_sessions WHERE at < now() - interval '1 day'")
                        .execute())
                .replaceWithVoid();
    }
}
