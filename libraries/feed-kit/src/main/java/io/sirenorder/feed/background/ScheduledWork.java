package io.sirenorder.feed.background;

import io.quarkus.scheduler.spi.JobInstrumenter;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Registers every job of the scheduler as work in flight, because the scheduler itself shuts down without waiting for
 * any. Takes the place of the instrumenter that traces jobs.
 */
@Singleton
@Alternative
@Priority(1)
class ScheduledWork implements JobInstrumenter {
    private final InFlightWork inFlight;

    ScheduledWork(InFlightWork inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public CompletionStage<Void> instrument(JobInstrumentationContext job) {
        return inFlight.begin()
                ? job.executeJob().whenComplete((done, failure) -> inFlight.end())
                : CompletableFuture.completedStage(null);
    }
}
