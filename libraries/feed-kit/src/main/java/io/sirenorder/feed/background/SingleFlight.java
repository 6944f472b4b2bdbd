package io.sirenorder.feed.background;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that is done once at a time: however often it is asked for meanwhile, it is done once more. A failure is logged
 * when it begins and when it ends; whoever needs the work done asks again, until the end of the shift.
 */
public final class SingleFlight {
    private static final Logger LOG = Logger.getLogger(SingleFlight.class);

    /**
     * Work that takes longer is waited for no more: what it waits for may have died without a word. It is not cut off,
     * though, because it would never give back the database connection that it has.
     */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private final InFlightWork shift;
    private final Supplier<Uni<Void>> work;
    private volatile boolean failing;

    public SingleFlight(String name, InFlightWork shift, Supplier<Uni<Void>> work) {
        this.name = name;
        this.shift = shift;
        this.work = work;
    }

    public void ask() {
        if (asked.getAndIncrement() == 0) {
            fly();
        }
    }

    private void fly() {
        if (shift.begin()) {
            fly(asked.get());
        }
    }

    private void fly(int answered) {
        Uni.createFrom()
                .deferred(work::get)
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .subscribe()
                .with(done -> land(answered, null), failure -> land(answered, failure));
    }

    private void land(int answered, Throwable failure) {
        shift.end();
        tellChange(failure);
        if (asked.addAndGet(-answered) > 0) {
            fly();
        }
    }

    private void tellChange(Throwable failure) {
        if (failure != null && !failing) {
            LOG.warnf("%s fails and will be tried again: %s", name, failure);
        } else if (failure == null && failing) {
            LOG.infof("%s works again", name);
        }
        failing = failure != null;
    }
}
