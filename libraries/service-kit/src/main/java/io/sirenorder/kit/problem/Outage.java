package io.sirenorder.kit.problem;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a neighbour, a database or a payment provider that is down or slow from one that refuses. */
public final class Outage {
    private static final int DEEPEST_CAUSE = 8;
    /** PostgreSQL gave up waiting: for a lock, for the end of a statement, for two that waited for each other. */
    private static final Set<String> BUSY = Set.of("55P03", "57014", "40P01");

    private static final List<Class<? extends Throwable>> SIGNS = List.of(
            NeighbourUnavailable.class,
            ProcessingException.class,
            TimeoutException.class,
            io.smallrye.mutiny.TimeoutException.class,
            SocketException.class,
            UnknownHostException.class,
            HttpClosedException.class,
            ConnectionPoolTooBusyException.class);

    private Outage() {}

    public static boolean isBehind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(Outage::isSign);
    }

    private static boolean isSign(Throwable cause) {
        return SIGNS.stream().anyMatch(sign -> sign.isInstance(cause))
                || (cause instanceof SQLException refused && BUSY.contains(String.valueOf(refused.getSQLState())));
    }
}
