package io.sirenorder.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that the launcher started, known by pid and start time: a reused pid is another process.
 *
 * @param signal what ends it cleanly
 */
public record Running(String name, long pid, Instant startedAt, Signal signal) {
    private static final Duration CLOCK_STEP = Duration.ofSeconds(3);
    private static final Duration END_OF_KILLED = Duration.ofSeconds(5);

    public static Running of(String name, ProcessHandle process, Signal signal) {
        return new Running(name, process.pid(), startOf(process).orElse(Instant.now()), signal);
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }

    /** The process, unless it ended or its pid went to another. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return startOf(process)
                .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_STEP) <= 0)
                .orElse(false);
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    /** Asks it to end. */
    public void end() {
        process().ifPresent(signal::to);
    }

    /** Waits until it ended; kills it when it takes longer than that, and waits for that end too. */
    public void awaitEnd(Duration limit) {
        if (!endsWithin(limit)) {
            process().ifPresent(Signal.KILL::to);
            endsWithin(END_OF_KILLED);
        }
    }

    /** Waits for its end, so long at most. */
    public boolean endsWithin(Duration limit) {
        return process().map(process -> endsWithin(process, limit)).orElse(true);
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new CompletionException(e);
        }
    }

    String line() {
        return signal + " " + pid + " " + startedAt.toEpochMilli() + " " + name;
    }

    static Running parse(String line) {
        String[] word = line.split(" ", 4);
        return new Running(
                word[3],
                Long.parseLong(word[1]),
                Instant.ofEpochMilli(Long.parseLong(word[2])),
                Signal.valueOf(word[0]));
    }
}
