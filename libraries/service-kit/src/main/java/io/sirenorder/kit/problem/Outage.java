package io.sirenorder.kit.problem;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a neighbour, a database or a payment provider that is down, starting, stopping or slow from one that refuses. */
public final class Outage {
    /**
     * PostgreSQL cannot do it now: a time-out of a lock (55P03) or a statement (57014), a deadlock (40P01), a conflict of
     * transactions (40001), an idle transaction that was ended (25P03), a standby (25006).
     */
    private static final Set<String> BUSY = Set.of("55P03", "57014", "40P01", "40001", "25P03", "25006");
    /** Classes: connection exception, insufficient resources, operator intervention (57P01 and others), system error. */
    private static final List<String> DOWN = List.of("08", "53", "57P", "58");

    private static final List<Class<? extends Throwable>> SIGNS = List.of(
            NeighbourUnavailable.class,
            ProcessingException.class,
            TimeoutException.class,
            io.smallrye.mutiny.TimeoutException.class,
            SocketException.class,
            UnknownHostException.class,
            ClosedChannelException.class,
            ConnectionPoolTooBusyException.class);
    /** By name, because programs without a database do not have it. */
    private static final String CLOSED_CONNECTION = "io.vertx.sqlclient.ClosedConnectionException";
    /** Vert.x says these without a type of their own. */
    private static final List<String> WORDS = List.of(
            "Connection is not active now",
            "Connection is closed",
            "Connection was closed",
            "Connection closed",
            "Connection reset",
            "Broken pipe",
            "Pool closed",
            "Pool is closed",
            "Timeout",
            "Failed to read any response from the server");

    private Outage() {}

    /** Whether an outage is among the causes of the failure: the same request may succeed a moment later. */
    public static boolean isBehind(Throwable failure) {
        return Causes.of(failure).anyMatch(Outage::isSign);
    }

    private static boolean isSign(Throwable cause) {
        return SIGNS.stream().anyMatch(sign -> sign.isInstance(cause))
                || cause.getClass().getName().equals(CLOSED_CONNECTION)
                || isNotNow(SqlState.of(cause))
                || (isUntyped(cause) && WORDS.stream().anyMatch(String.valueOf(cause.getMessage())::startsWith));
    }

    private static boolean isNotNow(String sqlState) {
        return BUSY.contains(sqlState) || DOWN.stream().anyMatch(sqlState::startsWith);
    }

    private static boolean isUntyped(Throwable cause) {
        return cause instanceof VertxException
                || cause instanceof NoStackTraceThrowable
                || cause instanceof IOException
                || cause.getClass() == IllegalStateException.class;
    }
}
