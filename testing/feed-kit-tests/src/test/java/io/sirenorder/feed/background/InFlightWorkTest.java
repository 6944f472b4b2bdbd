package io.sirenorder.feed.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.spi.JobInstrumenter.JobInstrumentationContext;
import io.sirenorder.testkit.Eventually;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class InFlightWorkTest {
    private final InFlightWork inFlight = new InFlightWork();
    private final CompletableFuture<Void> job = new CompletableFuture<>();
    private final ScheduledWork scheduled = new ScheduledWork(inFlight);

    @Test
    void what_has_begun_is_waited_for() {
        CompletionStage<Void> answer = scheduled.instrument(job());
        CompletableFuture<Void> end = close();

        Eventually.within(Duration.ofSeconds(5)).that(() -> assertThat(isOver()).isTrue());
        assertThat(end).isNotDone();
        job.completeExceptionally(new IllegalStateException("failed"));

        assertThat(end).succeedsWithin(Duration.ofSeconds(2));
        assertThat(answer.toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void nothing_begins_any_more() {
        close().join();
        List<String> begun = new ArrayList<>();

        new SingleFlight("a test", inFlight, () -> Uni.createFrom().voidItem().invoke(() -> begun.add("flight"))).ask();

        assertThat(begun).isEmpty();
        assertThat(scheduled.instrument(job()).toCompletableFuture()).isCompleted();
        assertThat(job).isNotDone();
    }

    @Test
    void what_does_not_end_is_not_waited_for_for_ever() {
        inFlight.begin();
        assertThat(close()).succeedsWithin(Duration.ofSeconds(10));
    }

    private boolean isOver() {
        boolean begun = inFlight.begin();
        if (begun) {
            inFlight.end();
        }
        return !begun;
    }

    private CompletableFuture<Void> close() {
        return CompletableFuture.runAsync(() -> {
            try {
                inFlight.close(new ShutdownEvent());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private JobInstrumentationContext job() {
        return new JobInstrumentationContext() {
            @Override
            public String getSpanName() {
                return "a job";
            }

            @Override
            public CompletionStage<Void> executeJob() {
                return job;
            }
        };
    }
}
