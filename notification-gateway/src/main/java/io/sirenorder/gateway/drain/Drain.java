package io.sirenorder.gateway.drain;

import io.micrometer.core.instrument.MeterRegistry;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.command.Commands;
import io.sirenorder.gateway.session.Frames;
import io.sirenorder.gateway.session.Session;
import io.sirenorder.gateway.session.Sessions;
import io.sirenorder.gateway.session.SocketKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Moves all sessions to other nodes before this one stops: no new sockets, a word to the open ones, then closes spread over a
 * window, buyers first, so that those who come back do not come at once.
 */
@ApplicationScoped
public class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Sessions sessions;
    private final Commands commands;
    private final DrainConfig config;
    private volatile boolean begun;

    Drain(Sessions sessions, Commands commands, DrainConfig config, MeterRegistry meters) {
        this.sessions = sessions;
        this.commands = commands;
        this.config = config;
        meters.gauge("siren.gateway.drain.remaining", sessions, all -> begun ? all.count() : 0);
    }

    public boolean hasBegun() {
        return begun;
    }

    /** Blocks until all have gone, or the time is up. */
    void run() {
        begun = true;
        LOG.infof("Draining %d sockets over %s", sessions.count(), config.window());
        String farewell = Frames.draining(config.window().toMillis());
        sessions.all().forEach(session -> session.run(() -> session.say(farewell)));
        awaitUntil(() -> commands.inFlight() == 0, config.replies());
        closeAll(order());
        awaitUntil(() -> sessions.count() == 0, config.stragglers());
        LOG.infof("Drained; %d sockets are left", sessions.count());
    }

    private List<Session> order() {
        List<Session> order = new ArrayList<>();
        for (SocketKind kind : List.of(SocketKind.BUYER, SocketKind.MERCHANT)) {
            List<Session> some = new ArrayList<>(sessions.all(kind).toList());
            Collections.shuffle(some);
            order.addAll(some);
        }
        return order;
    }

    private void closeAll(List<Session> order) {
        int steps = Math.max(1, (int) config.window().dividedBy(STEP));
        int perStep = Math.max(1, (order.size() + steps - 1) / steps);
        for (int from = 0; from < order.size(); from += perStep) {
            order.subList(from, Math.min(order.size(), from + perStep))
                    .forEach(session -> session.close(CloseReason.DRAINING));
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static void awaitUntil(BooleanSupplier done, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
