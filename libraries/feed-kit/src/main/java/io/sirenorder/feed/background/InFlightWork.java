package io.sirenorder.feed.background;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The work under way that no request asked for. At shutdown none begins any more, and what has begun is waited for, at
 * most 5 s, before the database goes away; the rest is found again in the database by another replica or the next start.
 */
@Singleton
public class InFlightWork {
    private static final Logger LOG = Logger.getLogger(InFlightWork.class);
    /** The statement time-out: PostgreSQL ends what takes longer, and its work begins anew elsewhere. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private int underWay;
    private boolean over;

    /** Whether a piece of work may begin; the caller owes each that may an {@link #end}. */
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
