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

/**
 * Keeps one part running: starts it, waits until it is ready, and starts it again when it dies. A part has one process at
 * most: the next one is started only after the end of the one before.
 */
final class Supervisor {
    private static final Duration READY_LIMIT = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Part part;
    private final Records records;
    private final Progress progress;
    private final ScheduledExecutorService clock;
    private final Runnable changed;
    private final Object restarting = new Object();
    private volatile boolean wanted;
    private volatile boolean established;
    private volatile Running running;
    private Instant readyAt = Instant.MAX;
    private int deaths;

    /**
     * Makes the supervisor of a part that does not run yet.
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
        progress.starting(name());
        try {
            awaitReady(launchWanted());
            progress.ready(name(), Duration.between(begin, Instant.now()));
        } catch (RuntimeException e) {
            if (wanted) {
                progress.failed(name());
            }
            throw e;
        }
    }

    private synchronized Running launchWanted() {
        wanted = true;
        return launch();
    }

    /** Starts the part's one process; the process before it has ended, for else two would answer on one port. */
    private Running launch() {
        if (running != null) {
            throw new IllegalStateException(name() + " already has a process, " + running.pid());
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
                            var unused = process.onExit().thenRunAsync(() -> ended(started), clock);
                        },
                        () -> clock.execute(() -> ended(started)));
    }

    private void awaitReady(Running started) {
        Instant limit = Instant.now().plus(READY_LIMIT);
        Optional<String> reason = part.unready();
        while (reason.isPresent()) {
            if (started.endsWithin(POLL)) {
                throw endedBeforeReady();
            }
            if (Instant.now().isAfter(limit)) {
                throw new Refused(Refused.FAILED, name() + " is not ready after four minutes: " + reason.get());
            }
            reason = part.unready();
        }
        established(started);
        changed.run();
    }

    private synchronized void established(Running started) {
        if (!started.equals(running) || !started.isAlive()) {
            throw endedBeforeReady();
        }
        established = true;
        readyAt = Instant.now();
        part.serving(true);
    }

    private Refused endedBeforeReady() {
        return new Refused(
                Refused.FAILED, name() + " ended before it was ready; its log ends with\n" + LogEnd.of(log()));
    }

    /** Runs once for each process that was started, and is the only place that orders the next start. */
    private synchronized void ended(Running gone) {
        records.remove(gone);
        if (gone.equals(running)) {
            running = null;
            part.serving(false);
            startAgainLater();
        }
    }

    private void startAgainLater() {
        if (wanted && established) {
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
        Instant begin = Instant.now();
        Optional<Running> started = launchAgain();
        try {
            if (started.isPresent()) {
                awaitReady(started.get());
                progress.say(name() + " is back after" + Terminal.seconds(Duration.between(begin, Instant.now())));
            }
        } catch (RuntimeException e) {
            progress.say(e.getMessage());
            started.get().end();
            started.get().awaitEnd(part.stopLimit()); // its end orders the next start
        }
    }

    /** Empty when it is not wanted any more, runs already (a restart came first), or did not start. */
    private synchronized Optional<Running> launchAgain() {
        if (!wanted || running != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(launch());
        } catch (RuntimeException e) {
            progress.say(e.getMessage());
            startAgainLater();
            return Optional.empty();
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
            leaving.awaitEnd(part.stopLimit());
            records.remove(leaving);
        }
    }

    /** Sends it nothing new, lets it end what it has begun, and starts it again. */
    void restart() {
        synchronized (restarting) {
            takeDown();
            bringUp();
        }
    }
}
