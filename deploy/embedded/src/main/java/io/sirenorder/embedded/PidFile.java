package io.sirenorder.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The file in which a server notes its process id, and with it the server's process. */
record PidFile(Path path, String program) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The running server, unless the file is left over from one that is gone. */
    Optional<ProcessHandle> process() {
        return firstLine()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,10}"))
                .flatMap(this::running);
    }

    private Optional<String> firstLine() {
        try {
            List<String> lines = Files.readAllLines(path);
            return lines.stream().findFirst();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private Optional<ProcessHandle> running(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().map(this::isOurs).orElse(true));
    }

    private boolean isOurs(String command) {
        return command.contains(program);
    }

    /** Stops what runs, cleanly if it can, and by force if it must. */
    void stop(String signal) {
        process().ifPresent(process -> {
            send(signal, process);
            if (!Waiting.forEnd(process, PATIENCE)) {
                process.destroyForcibly();
                Waiting.forEnd(process, PATIENCE);
            }
        });
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            Process kill = new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Waiting.quietly(() -> kill.waitFor(5, TimeUnit.SECONDS));
        } catch (IOException noSuchProgram) {
            process.destroy();
        }
    }
}
