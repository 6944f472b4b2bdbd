package io.sirenorder.feed.background;

import io.quarkus.scheduler.spi.JobInstrumenter;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Every job of the scheduler, as part of the shift: the scheduler itself ends without waiting for any. It takes the place
 * of the one that traces jobs.
 */
@Singleton
@Alternative
@Priority(1)
class ScheduledWork implements JobInstrumenter {
    private final InFlightWork shift;

    ScheduledWork(InFlightWork shift) {
        this.shift = shift;
    }

    @Override
    public CompletionStage<Void> instrument(JobInstrumentationContext job) {
        return shift.begin()
                ? job.executeJob().whenComplete((done, failure) -> shift.end())
                : CompletableFuture.completedStage(null);
    }
}
