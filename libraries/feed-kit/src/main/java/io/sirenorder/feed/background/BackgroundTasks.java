package io.sirenorder.feed.background;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.sirenorder.kit.trace.TraceContext;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A bulkhead for work that no request waits for: a bounded number of pieces at once, each on a Vert.x context of its own
 * so that no two share a database session. A piece is a row with a lease: one that fails or is cut off is found again by
 * its sweeper.
 */
public final class BackgroundTasks {
    private static final Logger LOG = Logger.getLogger(BackgroundTasks.class);

    private final String name;
    private final Vertx vertx;
    private final InFlightWork inFlight;
    private final Semaphore slots;

    public BackgroundTasks(String name, Vertx vertx, InFlightWork inFlight, int atOnce) {
        this.name = name;
        this.vertx = vertx;
        this.inFlight = inFlight;
        this.slots = new Semaphore(atOnce);
    }

    /** The number of pieces that could be taken now. */
    public int free() {
        return slots.availablePermits();
    }

    /** Reserves a place for one piece of work, which has to be {@link #run} or given {@link #back}; false if all are taken. */
    public boolean reserve() {
        return slots.tryAcquire();
    }

    public void back() {
        slots.release();
    }

    /** Starts work for which a place was reserved; during shutdown it is left to its sweeper. */
    public void run(Supplier<? extends Uni<?>> work) {
        if (inFlight.begin()) {
            start(work);
        } else {
            back();
        }
    }

    private void start(Supplier<? extends Uni<?>> work) {
        String trace = TraceContext.current();
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> traced(trace, work)
                .onTermination()
                .invoke(this::ended)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.errorf(
                                failure, "a background task of %s failed; its sweeper will find it again", name)));
    }

    private void ended() {
        back();
        inFlight.end();
    }

    private static Uni<Void> traced(String trace, Supplier<? extends Uni<?>> work) {
        return trace == null
                ? Uni.createFrom().deferred(() -> work.get().replaceWithVoid())
                : TraceContext.follow(trace, () -> work.get().replaceWithVoid());
    }
}
