package io.sirenorder.merchant.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Throws away what no longer means anything: ended tokens and windows, and places not seen for 90 days. */
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
                .replaceWithVoid();
    }
}
