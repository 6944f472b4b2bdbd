package io.sirenorder.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running Redis without persistence, on 127.0.0.1 only, in a session of its own so that no Ctrl-C reaches it. */
public final class RedisServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(15);

    private final Path home;
    private final RedisSettings settings;
    private final int port;
    private final Path sweep;
    private final Watchdog watchdog;
    private final Thread hook = new Thread(this::stop, "redis-stop");

    private RedisServer(Path home, RedisSettings settings, int port, Path sweep, Watchdog watchdog) {
        this.home = home;
        this.settings = settings;
        this.port = port;
        this.sweep = sweep;
        this.watchdog = watchdog;
    }

    public static RedisSettings settings() {
        return new RedisSettings();
    }

    static RedisServer start(RedisSettings settings) throws IOException {
        Path sweep = settings.directory() == null ? Directories.temporary("redis") : null;
        Path home = sweep == null ? Files.createDirectories(settings.directory().toAbsolutePath()) : sweep;
        int port = Ports.chosen(settings.port());
        Programs.in(settings.programDirectory());
        Watchdog watchdog = settings.endsWithJvm() ? Watchdog.over(pidPath(home), "TERM", sweep) : null;
        RedisServer server = new RedisServer(home, settings, port, sweep, watchdog);
        try {
            server.launch();
            server.stopWithJvm();
            return server;
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private void stopWithJvm() {
        if (settings.endsWithJvm()) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    private void launch() throws IOException {
        Files.deleteIfExists(pidPath(home));
        Path program = Programs.in(settings.programDirectory()).redis();
        List<String> command =
                new ArrayList<>(List.of(program.toString(), configuration().toString()));
        if (settings.isSentinel()) {
            command.add("--sentinel");
        }
        ProcessBuilder start = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("redis.log").toFile()));
        Process daemon = BusyProgram.retry(start::start);
        Waiting.quietly(() -> daemon.waitFor(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        RedisPing ping = new RedisPing(port, settings.password());
        if (!Waiting.until(START_LIMIT, () -> pidFile().process().isPresent() && ping.succeeds())) {
            throw new IOException(
                    "Redis did not start on port " + port + ":\n" + Directories.lastLines(home.resolve("redis.log")));
        }
    }

    /** In a file: each user of the machine can read a command line, and with it the password. */
    private Path configuration() throws IOException {
        Path file = home.resolve("redis.conf");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, settings.file(home, port));
    }

    private static Path pidPath(Path home) {
        return home.resolve("redis.pid");
    }

    private PidFile pidFile() {
        return new PidFile(pidPath(home), "redis");
    }

    public int port() {
        return port;
    }

    Path home() {
        return home;
    }

    /** The URL form of the reactive client, with the password if there is one. */
    public String url() {
        String login = settings.password() == null ? "" : ":" + settings.password() + "@";
        return "redis://" + login + "127.0.0.1:" + port;
    }

    /** The process of the server itself. */
    public ProcessHandle processHandle() {
        return pidFile().process().orElseThrow(() -> new IllegalStateException("Redis is not running"));
    }

    /** Kills it without a farewell, as a crash would. */
    public void crash() {
        ProcessHandle process = processHandle();
        process.destroyForcibly();
        Waiting.forEnd(process, START_LIMIT);
    }

    /** Starts it again on the same port, empty, after a {@link #crash}. */
    public void restart() throws IOException {
        launch();
    }

    /** Stops the server; a temporary directory is removed. */
    @Override
    public void close() {
        Hooks.remove(hook);
        stop();
    }

    private synchronized void stop() {
        pidFile().stop("TERM");
        if (watchdog != null) {
            watchdog.close();
        }
        if (sweep != null) {
            Directories.delete(sweep);
        }
    }
}
