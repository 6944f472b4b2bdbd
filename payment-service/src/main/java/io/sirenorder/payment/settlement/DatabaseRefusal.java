package io.sirenorder.payment.settlement;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells values that the database will never store from failures that can pass. */
final class DatabaseRefusal {
    private static final int DEEPEST_CAUSE = 16;
    /** Data exceptions, and violations of NOT NULL, foreign keys and CHECKs; a violated UNIQUE may be a race. */
    private static final Pattern FOR_GOOD = Pattern.compile("22...|23502|23503|23514");

    private DatabaseRefusal() {}

    /** Whether this failure will repeat itself with the same values. */
    static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .map(DatabaseRefusal::state)
                .anyMatch(state -> state != null && FOR_GOOD.matcher(state).matches());
    }

    private static String state(Throwable cause) {
        if (cause instanceof PgException refused) {
            return refused.getSqlState();
        }
        return cause instanceof SQLException refused ? refused.getSQLState() : null;
    }
}
