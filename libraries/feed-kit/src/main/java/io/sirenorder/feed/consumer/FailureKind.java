package io.sirenorder.feed.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.StaleStateException;

/** The cause of a failed effect, by which it is retried or parked. */
enum FailureKind {
    /** The database was away, slow or shutting down; says nothing about the event. */
    OUTAGE,
    /** Another transaction changed the same rows. */
    CONFLICT,
    /** The event came before one that it needs. */
    TOO_EARLY,
    /** The event can't be applied as things are. */
    POISON;

    static FailureKind of(Throwable thrown) {
        return causes(thrown)
                .map(FailureKind::ofOne)
                .filter(kind -> kind != POISON)
                .findFirst()
                .orElse(POISON);
    }

    /** Whether the database itself refused the effect. */
    static boolean isRefusal(Throwable thrown) {
        return causes(thrown).anyMatch(cause -> cause instanceof PgException || cause instanceof HibernateException);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(16);
    }

    private static FailureKind ofOne(Throwable cause) {
        if (cause instanceof TooEarly) {
            return TOO_EARLY;
        }
        if (cause instanceof PgException refused) {
            return ofState(refused.getSqlState());
        }
        if (cause instanceof SQLException refused) {
            return ofState(refused.getSQLState());
        }
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return CONFLICT;
        }
        return isConnection(cause) ? OUTAGE : POISON;
    }

    /** Unreadable JSON is an {@link IOException} too, and stays unreadable. */
    private static boolean isConnection(Throwable cause) {
        return (cause instanceof IOException && !(cause instanceof JsonProcessingException))
                || cause instanceof TimeoutException
                || cause instanceof ClosedConnectionException
                || cause instanceof VertxException;
    }

    /** By class of SQLSTATE: rollbacks and lock time-outs are conflicts, lost or exhausted servers are outages. */
    private static FailureKind ofState(String state) {
        String family = state == null ? "" : state.substring(0, 2);
        return switch (family) {
            case "08", "53", "58" -> OUTAGE;
            case "57" -> "57014".equals(state) ? CONFLICT : OUTAGE;
            case "25" -> "25P02".equals(state) ? POISON : OUTAGE;
            case "40", "55" -> CONFLICT;
            default -> POISON;
        };
    }
}
