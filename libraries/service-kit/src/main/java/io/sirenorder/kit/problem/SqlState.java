package io.sirenorder.kit.problem;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;

/** The SQLSTATE of a database's refusal, as JDBC and the reactive client tell it. */
final class SqlState {
    private static final boolean HAS_REACTIVE_CLIENT = hasReactiveClient();

    private SqlState() {}

    /** Five characters, or an empty text if the failure is not a database's. */
    static String of(Throwable failure) {
        String state = failure instanceof SQLException refused ? refused.getSQLState() : reactive(failure);
        return state == null ? "" : state;
    }

    private static String reactive(Throwable failure) {
        return HAS_REACTIVE_CLIENT ? Reactive.state(failure) : null;
    }

    /** Programs without a database do not have the client. */
    private static boolean hasReactiveClient() {
        try {
            Class.forName("io.vertx.sqlclient.DatabaseException", false, SqlState.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException withoutDatabase) {
            return false;
        }
    }

    /** Loaded only where the client is. */
    private static final class Reactive {
        static String state(Throwable failure) {
            return failure instanceof DatabaseException refused ? refused.getSqlState() : null;
        }
    }
}
