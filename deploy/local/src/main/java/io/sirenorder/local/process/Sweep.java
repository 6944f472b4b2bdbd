package io.sirenorder.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends what a launcher left behind that had no time to clean up. */
public final class Sweep {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Sweep() {}

    /**
     * Ends all recorded processes that still run, and PostgreSQL if it was started and not yet recorded.
     *
     * @return how many there were
     */
    public static int over(Records records, Path postgresData) {
        List<Running> left = new ArrayList<>(records.alive());
        postmaster(postgresData.resolve("postmaster.pid"))
                .filter(postmaster -> left.stream().noneMatch(known -> known.pid() == postmaster.pid()))
                .ifPresent(left::add);
        left.forEach(Running::end);
        left.forEach(process -> process.awaitEnd(LIMIT));
        records.clear();
        return left.size();
    }

    private static Optional<Running> postmaster(Path pidFile) {
        return Optional.of(pidFile)
                .filter(Files::exists)
                .flatMap(file -> TextFile.read(file).lines().findFirst())
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .map(process -> Running.of("postgres", process, Signal.INT));
    }
}
