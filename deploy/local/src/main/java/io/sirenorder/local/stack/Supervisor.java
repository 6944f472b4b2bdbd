package io.sirenorder.local.stack;

import io.sirenorder.local.process.Records;
import io.sirenorder.local.process.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps one part running: starts it, waits until it is ready, and starts it again when it dies. */
final class Supervisor {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Part part;
    private final Records records;
    private final Progress progress;
    private final ScheduledExecutorService clock;
    private final Runnable changed;
    private volatile boolean wanted;
    private volatile boolean established;
    private volatile Running running;
    private Instant readyAt = Instant.MAX;
    private int deaths;

    /**
     * Makes a keeper of a part that does not run yet.
     *
     * @param changed is run whenever the part became ready in a new process
     */
    Supervisor(Part part, Records records, Progress progress, ScheduledExecutorService clock, Runnable changed) {
        this.part = part;
        this.records = records;
        this.progress = progress;
        this.clock = clock;
        this.changed = changed;
    }

    String name() {
        return part.name();
    }

    Part part() {
        return part;
    }

    Path log() {
        return part.log();
    }

    Optional<Running> running() {
        return Optional.ofNullable(running).filter(Running::isAlive);
    }

    /** Starts it and comes back when it is ready, or throws {@link Refused} with the end of its log. */
    void bringUp() {
        Instant begin = Instant.now();
        wanted = true;
        progress.starting(name());
        try {
            awaitReady(launch());
            progress.ready(name(), Duration.between(begin, Instant.now()));
        } catch (RuntimeException e) {
            if (wanted) {
                progress.failed(name());
            }
            throw e;
        }
    }

    private synchronized Running launch() {
        if (!wanted) {
            throw new Refused(Refused.FAILED, name() + " is no longer wanted");
        }
        try {
            Running started = part.start();
            records.add(started);
            running = started;
            watch(started);
            return started;
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, name() + " did not start: " + e.getMessage());
        }
    }

    private void watch(Running started) {
        started.process()
                .ifPresentOrElse(
                        process -> {
                            var unused = process.onExit().thenRun(() -> ended(started));
                        },
                        () -> ended(started));
    }

    private void awaitReady(Running started) {
        Instant limit = Instant.now().plus(READY_LIMIT);
        Optional<String> reason = part.unready();
        while (reason.isPresent()) {
            if (started.endsWithin(POLL)) {
                throw new Refused(
                        Refused.FAILED, name() + " ended before it was ready; its log ends with\n" + LogEnd.of(log()));
            }
            if (Instant.now().isAfter(limit)) {
                throw new Refused(Refused.FAILED, name() + " is not ready after two minutes: " + reason.get());
            }
            reason = part.unready();
        }
        established = true;
        readyAt = Instant.now();
        part.serving(true);
        changed.run();
    }

    private void ended(Running gone) {
        records.remove(gone);
        if (wanted && established && gone.equals(running)) {
            part.serving(false);
            deaths = Duration.between(readyAt, Instant.now()).compareTo(STEADY) > 0 ? 0 : deaths + 1;
            readyAt = Instant.MAX;
            Duration pause = pause();
            progress.say(name() + " died; starting it again in" + Terminal.seconds(pause));
            var unused = clock.schedule(this::again, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration pause() {
        Duration doubled = Duration.ofMillis(500L << Math.min(deaths, 5));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void again() {
        if (!wanted) {
            return;
        }
        Instant begin = Instant.now();
        try {
            awaitReady(launch());
            progress.say(name() + " is back after" + Terminal.seconds(Duration.between(begin, Instant.now())));
        } catch (RuntimeException e) {
            progress.say(e.getMessage());
            running().ifPresentOrElse(Running::end, () -> ended(running));
        }
    }

    /** Ends it cleanly, in good time or by force, and leaves it so. */
    synchronized void takeDown() {
        wanted = false;
        part.serving(false);
        Running leaving = running;
        running = null; // its end is no death
        if (leaving != null) {
            leaving.end();
            leaving.awaitEnd(STOP_LIMIT);
            records.remove(leaving);
        }
    }

    /** Sends it nothing new, lets it end what it has begun, and starts it again. */
    void restart() {
        takeDown();
        bringUp();
    }
}
