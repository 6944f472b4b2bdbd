package io.sirenorder.kit.problem;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a neighbour, a database or a payment provider that is down or slow from one that refuses. */
public final class Outage {
    private static final int DEEPEST_CAUSE = 8;
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
                .anyMatch(cause -> SIGNS.stream().anyMatch(sign -> sign.isInstance(cause)));
    }
}
