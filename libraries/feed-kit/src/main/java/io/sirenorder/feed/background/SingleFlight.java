package io.sirenorder.feed.background;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that is done once at a time: requests that come meanwhile are answered by one further run. A failure is logged
 * when failing begins and when it ends; the caller asks again. Nothing begins once the program shuts down.
 */
public final class SingleFlight {
    private static final Logger LOG = Logger.getLogger(SingleFlight.class);

    /**
     * Work that takes longer is waited for no more, because its peer may have died silently. It is not cancelled, because
     * it would never give back its database connection.
     */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private final InFlightWork inFlight;
    private final Supplier<Uni<Void>> work;
    private volatile boolean failing;

    public SingleFlight(String name, InFlightWork inFlight, Supplier<Uni<Void>> work) {
        this.name = name;
        this.inFlight = inFlight;
        this.work = work;
    }

    public void ask() {
        if (asked.getAndIncrement() == 0) {
            fly();
        }
    }

    private void fly() {
        if (inFlight.begin()) {
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
        inFlight.end();
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
