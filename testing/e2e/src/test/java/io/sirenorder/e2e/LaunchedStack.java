package io.sirenorder.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A stack of our own: the same launcher as {@code ./siren up}, on free ports, with short deadlines. */
final class LaunchedStack {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    /** Long enough for a busy machine, short enough to wait for. */
    private static final List<String> DEADLINES = List.of(
            "siren.acceptance.push-again-after=2s",
            "siren.acceptance.push-once-more-after=5s",
            "siren.acceptance.unreachable-after=60s",
            "siren.acceptance.reminder-after=8s",
            "siren.acceptance.unanswered-after=25s",
            "siren.fulfilment.every=2s",
            "siren.fulfilment.grace=5s",
            "siren.fulfilment.later=20s");

    /** Number of instances of each service, where {@code -Dsiren.replicas} names none. */
    private static final String ONE = "1";

    private final Path state;
    private final Process launcher;

    private LaunchedStack(Path state, Process launcher) {
        this.state = state;
        this.launcher = launcher;
    }

    /**
     * Comes back when it is up; it ends with this JVM at the latest. Its log stands beside its directory.
     *
     * @param settings of all services, as {@code name=value}; they replace the deadlines above
     */
    static LaunchedStack in(Path directory, String... settings) {
        return launch(directory, command(directory, ONE, settings));
    }

    /** The same with several instances of single services, as {@code store-service=2}. */
    static LaunchedStack withReplicas(Path directory, String replicas) {
        return launch(directory, command(directory, replicas));
    }

    /** The same, whose programs reach PostgreSQL and Redis by TLS. */
    static LaunchedStack withTls(Path directory, String... settings) {
        List<String> command = command(directory, ONE, settings);
        command.add("--tls");
        return launch(directory, command);
    }

    private static LaunchedStack launch(Path directory, List<String> command) {
        Path log = directory.resolveSibling(directory.getFileName() + ".log");
        try {
            Process launcher = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher), "stop-stack"));
            LaunchedStack stack = new LaunchedStack(directory, launcher);
            stack.awaitUp(log);
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path state() {
        return state;
    }

    /** Stops it with all its programs, before the JVM ends. */
    void stop() {
        stop(launcher);
    }

    private static List<String> command(Path directory, String replicas, String... settings) {
        List<String> command = siren(
                "up",
                "--fresh",
                "--state",
                directory.toString(),
                "--port-base",
                "0",
                "--replicas",
                System.getProperty("siren.replicas", replicas));
        if (Boolean.getBoolean("siren.as-image")) {
            command.add("--as-image");
        }
        Stream.concat(DEADLINES.stream(), Stream.of(settings))
                .forEach(setting -> command.addAll(List.of("--set", setting)));
        return command;
    }

    /** A command of {@code ./siren}, as the script would run it. */
    static List<String> siren(String... words) {
        Path local = Path.of("..", "..", "deploy", "local", "target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsiren.home=" + Path.of("..", "..").toAbsolutePath().normalize(),
                "-Dsiren.caller=" + Path.of("").toAbsolutePath(),
                "-cp",
                local.resolve("classes") + ":" + local.resolve("lib") + "/*",
                "io.sirenorder.local.command.Siren"));
        command.addAll(List.of(words));
        return command;
    }

    private void awaitUp(Path log) throws IOException {
        Eventually.is(() -> Files.exists(state.resolve("stack.json")) || !launcher.isAlive(), true, START_LIMIT);
        if (!launcher.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static void stop(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
