package io.sirenorder.feed.background;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The time in which a program does what no request asks for. At its end nothing more is begun, and what was begun is
 * finished before the database goes away; what is not begun is found again by the next shift.
 */
@Singleton
public class InFlightWork {
    private static final Logger LOG = Logger.getLogger(InFlightWork.class);
    /** As long as a statement may take; PostgreSQL ends it then, and what it was for begins anew elsewhere. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private int underWay;
    private boolean over;

    /** Whether a piece of work may begin; each that may has an {@link #end}. */
    public synchronized boolean begin() {
        if (!over) {
            underWay++;
        }
        return !over;
    }

    public synchronized void end() {
        underWay--;
        notifyAll();
    }

    synchronized void close(@Observes ShutdownEvent stop) throws InterruptedException {
        over = true;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long millisLeft = PATIENCE.toMillis();
        while (underWay > 0 && millisLeft > 0) {
            wait(millisLeft);
            millisLeft = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        }
        if (underWay > 0) {
            LOG.infof("%d pieces of work were not finished in time", underWay);
        }
    }
}
