package io.sirenorder.coupon.time;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Asks the database for the time within the transaction that holds the lock, so that validity is judged to the second. Where a
 * time is only recorded, {@link io.sirenorder.feed.time.DatabaseClock} costs no statement.
 */
@ApplicationScoped
public class ValidityClock {
    /** Not the transaction's start: who waited for a lock hears what time it is now. */
    private static final String NOW = "SELECT clock_timestamp()";

    /** Within the current transaction; ask after locking what is to be judged. */
    public Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery(NOW, Instant.class).getSingleResult();
    }
}
