package io.sirenorder.coupon.time;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** The one clock that validity is judged by, whichever replica asks. */
@ApplicationScoped
public class DatabaseClock {
    /** Not the transaction's start: who waited for a lock hears what time it is now. */
    private static final String NOW = "SELECT clock_timestamp()";

    /** Within the current transaction; ask after locking what is to be judged. */
    public Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery(NOW, Instant.class).getSingleResult();
    }
}
