package io.sirenorder.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stack of our own: the same launcher as {@code ./siren up}, on free ports, in a directory below {@code target}. */
final class LaunchedStack {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Path STATE = Path.of("target", "siren").toAbsolutePath();
    /** Long enough for a busy machine, short enough to wait for. */
    private static final List<String> DEADLINES = List.of(
            "siren.acceptance.push-again-after=2s",
            "siren.acceptance.push-once-more-after=5s",
            "siren.acceptance.unreachable-after=70s",
            "siren.acceptance.reminder-after=8s",
            "siren.acceptance.unanswered-after=25s");

    private LaunchedStack() {}

    static Path start() {
        try {
            Process launcher = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "stack.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher), "stop-stack"));
            awaitUp(launcher);
            return STATE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        List<String> command = siren(
                "up",
                "--fresh",
                "--state",
                STATE.toString(),
                "--port-base",
                "0",
                "--replicas",
                System.getProperty("siren.replicas", "1"));
        if (Boolean.getBoolean("siren.as-image")) {
            command.add("--as-image");
        }
        DEADLINES.forEach(deadline -> command.addAll(List.of("--set", deadline)));
        return command;
    }

    /** A command of {@code ./siren}, as the script would run it. */
    static List<String> siren(String... words) {
        Path local = Path.of("..", "..", "deploy", "local", "target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-Dsiren.home=" + Path.of("..", "..").toAbsolutePath().normalize(),
                "-Dsiren.caller=" + Path.of("").toAbsolutePath(),
                "-cp",
                local.resolve("classes") + ":" + local.resolve("lib") + "/*",
                "io.sirenorder.local.command.Siren"));
        command.addAll(List.of(words));
        return command;
    }

    private static void awaitUp(Process launcher) throws IOException {
        Eventually.is(() -> Files.exists(STATE.resolve("stack.json")) || !launcher.isAlive(), true, START_LIMIT);
        if (!launcher.isAlive()) {
            throw new IllegalStateException(Files.readString(Path.of("target", "stack.log")));
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
